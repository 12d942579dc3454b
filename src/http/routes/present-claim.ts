import type { Amount } from '../../money/index.ts';
import { checksumAddress, networkById } from '../../networks/index.ts';
import {
  claimStates,
  type DescribedClaim,
  daysOf,
  dayText,
  type Focus,
  invoiceNumberOf,
  needWords,
  type Option,
  optionExplains,
  optionWords,
  quoteDigest,
  type ToldClaim,
  tellClaim,
  waitAdviceWords,
  whyNotWords,
} from '../../recovery/index.ts';
import type { Language } from '../language.ts';
import type { ClaimAnswer } from './claim-schema.ts';
import { type AmountAnswer, presentAmount } from './present-amount.ts';
import { presentFiat } from './present-fiat.ts';

/** A claim as its customer and the desk read it, in their language. */
export function presentClaim(described: DescribedClaim, language: Language): ClaimAnswer {
  const { claim, focus, reason, lines } = described;
  const state = claimStates[claim.state];
  const told = tellClaim(described, language);
  const print = (value: Amount) => presentAmount(value, focus);
  return {
    number: claim.number,
    version: claim.version,
    state: claim.state,
    turn: state.turn,
    sentence: state[language],
    ...presentTold(told, language),
    said: claim.said,
    transaction: claim.transactionHash,
    network: claim.network,
    transferKey: claim.transferKey,
    found: focus && presentFound(described, focus, print, language),
    reason: reason && {
      code: reason.code,
      outcome: reason.outcome,
      // The sentence of the machine's answer does not stand beside a person's.
      sentence: claim.correction ? told.lead : (claim.answer?.why[language] ?? state[language]),
      wouldChange: claim.correction ? null : (claim.answer?.change[language] ?? null),
    },
    quote: presentQuote(described, told, print, language),
    choice: presentChoice(described, print, language),
    destination: claim.destination && {
      address: checksumAddress(claim.destination.address),
      provenBy: claim.destination.proof.kind,
      sameAsSource: claim.destination.address === focus?.transfer.from,
    },
    fee: presentFee(described, print),
    transactions: lines.map(({ sentAt, ...line }) => ({ ...line, sentAt: iso(sentAt) })),
    evidence: presentEvidence(described, language),
    closure: claim.closure && { code: claim.closure.code, at: claim.closure.at.toISOString() },
    endedAt: iso(described.endedAt),
    appeal: claim.appeal && { at: claim.appeal.at.toISOString(), answer: claim.appeal.answer },
    promisedAt: iso(claim.promisedAt),
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
  };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

/** What the page says beside the values. */
function presentTold(told: ToldClaim, language: Language) {
  const { journey, steps, nextWordAt, quoteExpired: _, lesson, ...rest } = told;
  return {
    ...rest,
    route: journey.map(({ at, ...place }) => ({ ...place, at: iso(at) })),
    steps: steps.map(({ at, due, ...step }) => ({
      ...step,
      at: iso(at),
      due,
      dueText: due && dayText(due, language),
    })),
    nextWordAt: iso(nextWordAt),
    lesson: [...lesson],
  };
}

function presentFound(
  { claim }: DescribedClaim,
  { transfer, network }: Focus,
  print: (value: Amount) => AmountAnswer,
  language: Language,
): ClaimAnswer['found'] {
  const found = { asset: transfer.asset, units: transfer.amount };
  return {
    amount: print(found),
    from: checksumAddress(transfer.from),
    to: checksumAddress(transfer.to),
    network: networkById(network).label[language],
    fiat: presentFiat(found, transfer, claim.quote, language),
  };
}

function presentEvidence({ claim }: DescribedClaim, language: Language): ClaimAnswer['evidence'] {
  const { evidence } = claim;
  if (!evidence) return null;
  const { network, hash, blockNumber, blockTime, readAt } = evidence;
  const { confirmations, confirmationsMin, final, nodes, agreeMin } = evidence;
  return {
    transaction: hash,
    network: networkById(network).label[language],
    networkId: network,
    block: blockNumber?.toString() ?? null,
    blockTime: iso(blockTime),
    ...{ confirmations, confirmationsMin, final, nodes, agreeMin },
    readAt: readAt.toISOString(),
  };
}

function presentQuote(
  described: DescribedClaim,
  told: ToldClaim,
  print: (value: Amount) => AmountAnswer,
  language: Language,
): ClaimAnswer['quote'] {
  const { quote } = described.claim;
  if (!quote) return null;
  return {
    expiresAt: quote.expiresAt.toISOString(),
    expired: told.quoteExpired,
    digest: quoteDigest(quote),
    terms: `${quote.terms.profile} ${quote.terms.schedule}`,
    options: quote.options.map((option) => presentOption(described, option, print, language)),
    waitAdvice: quote.waitAdvice && waitAdviceWords(quote.waitAdvice)[language],
  };
}

function presentChoice(
  { claim, focus }: DescribedClaim,
  print: (value: Amount) => AmountAnswer,
  language: Language,
): ClaimAnswer['choice'] {
  const { choice } = claim;
  if (!choice) return null;
  const asset = focus?.transfer.asset;
  return {
    option: choice.option,
    title:
      choice.option === 'compensate'
        ? compensation[language]
        : optionWords[choice.option][language],
    units: choice.units.toString(),
    amount: asset && choice.units > 0n ? print({ asset, units: choice.units }) : null,
    address: choice.address && checksumAddress(choice.address),
    at: choice.at.toISOString(),
  };
}

const compensation = { ja: '補償', en: 'Compensation' } as const;

/** A fee in the national currency, once the payment has settled. */
function presentFee(
  { claim }: DescribedClaim,
  print: (value: Amount) => AmountAnswer,
): ClaimAnswer['fee'] {
  const quoted = claim.choice?.fee;
  if (!claim.fee || !quoted) return null;
  return { status: claim.fee.status, total: print(quoted.total), invoice: invoiceNumberOf(claim) };
}

function presentOption(
  described: DescribedClaim,
  option: Option,
  print: (value: Amount) => AmountAnswer,
  language: Language,
): NonNullable<ClaimAnswer['quote']>['options'][number] {
  const { fee, whyNot, receives } = option;
  const { claim, focus } = described;
  const days = option.permitted ? daysOf(described, option) : null;
  return {
    kind: option.kind,
    title: optionWords[option.kind][language],
    explains: optionExplains(described, option.kind)[language],
    permitted: option.permitted,
    whyNot: whyNot && whyNotWords[whyNot.code][language],
    receives: receives && print(receives),
    fiat: receives && presentFiat(receives, focus?.transfer, claim.quote, language),
    fee: fee && {
      total: print(fee.total),
      tax: print(fee.tax),
      inKind: fee.inKind,
      purpose: fee.purpose[language],
    },
    dateFrom: days?.from ?? option.dateFrom,
    dateTo: days?.to ?? option.dateTo,
    needs: option.needs.map((need) => needWords[need][language]),
    preselected: option.preselected,
  };
}
