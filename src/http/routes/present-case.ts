import {
  type CasePage,
  choiceWords,
  outcomeWords,
  stateWords,
  whatHappened,
} from '../../desk/index.ts';
import { type Amount, jpy } from '../../money/index.ts';
import { chainIdOf, checksumAddress, networkById } from '../../networks/index.ts';
import { claimStates } from '../../recovery/index.ts';
import type { Language } from '../language.ts';
import type { CasePageAnswer } from './desk-case-schema.ts';
import { isoOf, presentAmount, presentNext, presentUnits } from './desk-schema.ts';
import {
  presentDiagnosis,
  presentMoney,
  presentPayment,
  presentPlan,
  presentTransfer,
} from './present-case-parts.ts';
import { presentClaim } from './present-claim.ts';

/** A case as the desk's page reads it. */
export function presentCase(page: CasePage, language: Language): CasePageAnswer {
  const { described, customer, history } = page;
  const { claim } = described;
  const shown = { ja: presentClaim(described, 'ja'), en: presentClaim(described, 'en') };
  const nameOf = (id: string) => page.names.get(id)?.name ?? id;
  return {
    case: presentHead(page, language),
    claim: shown[language],
    next: presentNext(page.next),
    acts: page.acts.map(presentNext),
    hold: claim.hold && {
      ...{ code: claim.hold.code, reason: claim.hold.reason, by: claim.hold.by },
      byName: nameOf(claim.hold.by),
      at: claim.hold.at.toISOString(),
    },
    facts: presentFacts(page, language),
    stages: page.stages.map((stage) => ({ ...stage, at: isoOf(stage.at) })),
    diagnosis: page.diagnosis && presentDiagnosis(page.diagnosis, nameOf, language),
    transfers: page.transfers.map(presentTransfer),
    plan: page.plan && presentPlan(page.plan),
    payment: page.payment && presentPayment(page.payment),
    destination: presentDestination(page),
    money: presentMoney(page.money, page),
    customer: {
      ...{ id: customer.id, language: customer.language, restrictions: [] },
      earlierCases: [...customer.earlierCases],
      lastTold: history.lastTold && {
        at: history.lastTold.at.toISOString(),
        subject: history.lastTold.subject,
      },
    },
    history: history.history.map((one) => ({ ...one, at: one.at.toISOString() })),
    notes: history.notes.map((one) => ({ ...one, at: one.at.toISOString() })),
    procedure: [...page.procedure],
    texts: { ja: textOf(shown.ja), en: textOf(shown.en) },
    siblings: [...page.siblings],
    cluster: page.cluster && { key: page.cluster.key, numbers: [...page.cluster.numbers] },
  };
}

function presentHead(page: CasePage, language: Language): CasePageAnswer['case'] {
  const { described, owner, aside } = page;
  const { claim, focus, reason } = described;
  const network = focus && networkById(focus.network).label[language];
  const amount = focus && presentFound(page, foundIn(page)).text;
  return {
    number: claim.number,
    what: whatHappened(reason?.code ?? null, { amount, network }, language),
    state: claim.state,
    stateLabel: stateWords[claim.state][language],
    turn: claimStates[claim.state].turn,
    version: claim.version,
    owner: page.case.owner,
    ownerName: owner?.name ?? null,
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
    promisedAt: isoOf(claim.promisedAt),
    language: claim.language,
    snoozedUntil: isoOf(aside?.until ?? null),
    waitsFor: aside?.waitsFor ?? null,
  };
}

function foundIn({ money }: CasePage): Amount {
  if (!money.found) throw new Error('what is in focus was found');
  return money.found;
}

function presentFound({ described }: CasePage, value: Amount) {
  const { symbol = null, decimals = null } = described.focus?.transfer ?? {};
  return presentAmount(value, { symbol, decimals });
}

/** The six facts over the page. */
function presentFacts(page: CasePage, language: Language): CasePageAnswer['facts'] {
  const { described, money, worthYen } = page;
  const { claim, reason } = described;
  const option = claim.choice?.option ?? null;
  const outcome = reason?.outcome ?? null;
  const label = option ? choiceWords[option] : outcome && outcomeWords[outcome];
  return {
    found: money.found && presentFound(page, money.found),
    worth: worthYen === null ? null : presentUnits(jpy.id, worthYen, jpy),
    worthAt: worthYen === null ? null : isoOf(claim.quote?.madeAt ?? null),
    outcome: {
      option,
      outcome,
      label: label?.[language] ?? null,
      receives: money.arrives && presentFound(page, money.arrives),
      fee: money.fee && presentFound(page, money.fee),
    },
    network: presentNetwork(page, language),
    risk: {
      state: claim.hold ? 'held' : claim.destination ? 'clear' : 'unscreened',
      lists: claim.destination?.screened.versions.length ?? 0,
      at: isoOf(claim.destination?.screened.at ?? null),
    },
    promisedAt: isoOf(claim.promisedAt),
  };
}

function presentNetwork(
  { described }: CasePage,
  language: Language,
): CasePageAnswer['facts']['network'] {
  const { claim, focus } = described;
  const id = focus?.network ?? claim.network;
  if (!id) return null;
  const { label, native } = networkById(id);
  const takenOn = claim.evidence?.takenOn ?? [];
  return {
    id,
    label: label[language],
    chainId: chainIdOf(id),
    nativeSymbol: native.symbol,
    taken: takenOn.includes(id),
    takenOn: takenOn.map((one) => networkById(one).label[language]),
  };
}

function presentDestination({ described }: CasePage): CasePageAnswer['destination'] {
  const { destination } = described.claim;
  if (!destination) return null;
  const { address, proof, screened } = destination;
  return {
    address: checksumAddress(address),
    proof: proof.kind,
    provenAt: proof.at.toISOString(),
    sameAsSource: address === described.focus?.transfer.from,
    screened: {
      at: screened.at.toISOString(),
      // `ofac@2026-11-21 sha256:…`: the name and its version, and the whole.
      lists: screened.versions.map((version) => version.split(' ')[0] ?? version),
      versions: [...screened.versions],
    },
  };
}

/** What the customer reads now, first sentence first. */
function textOf(claim: ReturnType<typeof presentClaim>): CasePageAnswer['texts']['ja'] {
  return { h1: claim.headline, sentences: claim.lead === '' ? [] : [claim.lead] };
}
