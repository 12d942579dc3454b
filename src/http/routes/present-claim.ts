import { type Amount, eur, formatUnits, jpy, usd } from '../../money/index.ts';
import { checksumAddress, networkById } from '../../networks/index.ts';
import {
  claimStates,
  type DescribedClaim,
  invoiceNumberOf,
  needWords,
  type Option,
  optionWords,
  waitAdviceWords,
  whyNotWords,
} from '../../recovery/index.ts';
import type { Language } from '../language.ts';
import type { ClaimAnswer } from './claim-schema.ts';

type AmountAnswer = NonNullable<ClaimAnswer['found']>['amount'];

/** A claim as its customer and the desk read it, in their language. */
export function presentClaim(described: DescribedClaim, language: Language): ClaimAnswer {
  const { claim, focus, reason, lines } = described;
  const state = claimStates[claim.state];
  const print = (value: Amount) => presentAmount(value, focus);
  return {
    number: claim.number,
    version: claim.version,
    state: claim.state,
    turn: state.turn,
    sentence: state[language],
    said: claim.said,
    transaction: claim.transactionHash,
    network: claim.network,
    transferKey: claim.transferKey,
    found: focus && {
      amount: print({ asset: focus.transfer.asset, units: focus.transfer.amount }),
      from: checksumAddress(focus.transfer.from),
      to: checksumAddress(focus.transfer.to),
      network: networkById(focus.network).label[language],
    },
    reason: reason && {
      code: reason.code,
      outcome: reason.outcome,
      sentence: claim.answer?.why[language] ?? state[language],
      wouldChange: claim.answer?.change[language] ?? null,
    },
    quote: claim.quote && {
      expiresAt: claim.quote.expiresAt.toISOString(),
      terms: `${claim.quote.terms.profile} ${claim.quote.terms.schedule}`,
      options: claim.quote.options.map((option) => presentOption(option, print, language)),
      waitAdvice: claim.quote.waitAdvice && waitAdviceWords(claim.quote.waitAdvice)[language],
    },
    choice: claim.choice && { option: claim.choice.option, units: claim.choice.units.toString() },
    destination: claim.destination && {
      address: checksumAddress(claim.destination.address),
      provenBy: claim.destination.proof.kind,
    },
    fee: presentFee(described, print),
    transactions: [...lines],
    closure: claim.closure && { code: claim.closure.code, at: claim.closure.at.toISOString() },
    appeal: claim.appeal && { at: claim.appeal.at.toISOString(), answer: claim.appeal.answer },
    promisedAt: claim.promisedAt?.toISOString() ?? null,
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
  };
}

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
  option: Option,
  print: (value: Amount) => AmountAnswer,
  language: Language,
): NonNullable<ClaimAnswer['quote']>['options'][number] {
  const { fee, whyNot } = option;
  return {
    kind: option.kind,
    title: optionWords[option.kind][language],
    permitted: option.permitted,
    whyNot: whyNot && whyNotWords[whyNot.code][language],
    receives: option.receives && print(option.receives),
    fee: fee && {
      total: print(fee.total),
      tax: print(fee.tax),
      inKind: fee.inKind,
      purpose: fee.purpose[language],
    },
    dateFrom: option.dateFrom,
    dateTo: option.dateTo,
    needs: option.needs.map((need) => needWords[need][language]),
    preselected: option.preselected,
  };
}

/** An amount of the asset that was found, or of a national currency, with its text. */
function presentAmount(value: Amount, focus: DescribedClaim['focus']): AmountAnswer {
  const currency = [jpy, usd, eur].find((one) => one.id === value.asset);
  const symbol = currency?.symbol ?? focus?.transfer.symbol ?? null;
  const decimals = currency?.decimals ?? focus?.transfer.decimals ?? null;
  const number = decimals === null ? value.units.toString() : formatUnits(value.units, decimals);
  return {
    asset: value.asset,
    units: value.units.toString(),
    symbol,
    decimals,
    text: symbol === null ? number : `${number} ${symbol}`,
  };
}
