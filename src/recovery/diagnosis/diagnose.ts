import { type ChainTransaction, transferKey } from '../../networks/index.ts';
import { invariant } from '../../std/index.ts';
import type { Facts, NetworkFacts } from './facts.ts';
import type { Diagnosis, NetworkDiagnosis, Reason, TransferDiagnosis } from './reason.ts';
import { change, type Finding, fact, pays, type Rule } from './rule.ts';
import { rules, transactionRules, unknown, unreadGroups, unreadNetworks } from './rules/index.ts';
import { type Subject, subjectOf } from './subject.ts';

/**
 * Says why a deposit is not in the balance: ranked reasons for every transfer of the transaction on
 * every network that knows it, each with the facts that decided and what would change the answer.
 *
 * A pure function: the same facts give the same answer, on any day and on any machine. It never
 * throws for what the world may bring; whatever could not be read leads to `wait`, never to a yes
 * and never to a no.
 */
export function diagnose(facts: Facts): Diagnosis {
  const found = facts.networks.flatMap((place) =>
    place.reading.status === 'found' ? [diagnoseOn(facts, place, place.reading.transaction)] : [],
  );
  return {
    hash: facts.hash,
    found,
    notFoundOn: facts.networks
      .filter((place) => place.reading.status === 'not_found')
      .map((place) => place.network),
    unread: facts.networks.flatMap((place) =>
      place.reading.status === 'unread'
        ? [{ network: place.network, name: place.name, why: place.reading.why }]
        : [],
    ),
    reasons: [...vanished(facts), ...(found.length === 0 ? foundNowhere(facts) : [])],
  };
}

function diagnoseOn(
  facts: Facts,
  place: NetworkFacts,
  transaction: ChainTransaction,
): NetworkDiagnosis {
  invariant(transaction.hash === facts.hash, 'a node is only believed about what was asked');
  invariant(transaction.network === place.network, 'a reading belongs to its own network');
  const moved = transaction.transfers.map((transfer): TransferDiagnosis => {
    const subject = subjectOf(facts, place, transaction, transfer);
    return {
      ...reasonsFor(subject),
      key: transferKey(place.network, transaction.hash, transfer.path),
      transfer,
    };
  });
  const attempted = transaction.attempted.map((transfer): TransferDiagnosis => {
    const subject = subjectOf(facts, place, transaction, transfer);
    return { ...reasonsFor(subject), key: null, transfer };
  });
  const transfers = [...moved, ...attempted];
  return {
    network: place.network,
    name: place.name,
    state: transaction.state,
    confirmations: transaction.confirmations,
    reasons: aboutTransaction(facts, place, transaction, transfers),
    transfers,
  };
}

function reasonsFor(subject: Subject): Pick<TransferDiagnosis, 'ours' | 'owner' | 'reasons'> {
  const found: Reason[] = [];
  for (const rule of rules) {
    const reason = tried(rule, subject);
    if (reason === null) continue;
    if (rule.stops) return answer(subject, [...found.filter(isState), reason]);
    found.push(reason);
  }
  const fallback = tried(unknown, subject);
  invariant(fallback, 'the last rule always applies');
  return answer(subject, found.length > 0 ? rank(found) : [fallback]);
}

function answer(subject: Subject, reasons: readonly Reason[]) {
  invariant(reasons.length > 0, 'every transfer has a reason');
  return { ours: subject.ours, owner: subject.recipient?.customer ?? null, reasons };
}

/** Of what was found before a rule that stops, only that it is not final yet may stand beside it. */
function isState(reason: Reason): boolean {
  return reason.code === 'UNCONFIRMED';
}

function tried(rule: Rule, subject: Subject): Reason | null {
  const finding = rule.find(subject);
  if (finding === null) return null;
  invariant(finding.because.length > 0, 'a reason names the facts that decided');
  return { code: rule.code, ...held(finding, subject) };
}

/**
 * Failure never means yes: nothing is promised while a system that could object has not answered, nor
 * while it can't be told which of several customers the address was for.
 */
function held(finding: Finding, subject: Subject): Finding {
  if (pays(finding.outcome) && subject.ownerUnclear) {
    return {
      outcome: 'hold',
      because: [
        ...finding.because,
        fact('address.owner', 'several_customers', subject.facts.addresses.source),
      ],
      wouldChange: change('person_looks'),
    };
  }
  const missing = unreadGroups(subject);
  if (!pays(finding.outcome) || missing.length === 0) return finding;
  return {
    outcome: 'wait',
    because: [...finding.because, ...missing],
    wouldChange: change('fact_is_read', { what: missing.map(({ source }) => source).join(', ') }),
  };
}

/**
 * What stands in the way comes before what could be given, otherwise in the order of the rules. A
 * later reason never promises more than an earlier one allows.
 */
function rank(reasons: readonly Reason[]): Reason[] {
  const blocking = reasons.filter((reason) => !pays(reason.outcome));
  const paying = reasons.filter((reason) => pays(reason.outcome));
  const first = blocking[0];
  if (first === undefined) return paying;
  return [
    ...blocking,
    ...paying.map((reason) => ({
      ...reason,
      outcome: first.outcome,
      because: [...reason.because, fact('earlier_reason', first.code, 'diagnosis')],
      wouldChange: first.wouldChange,
    })),
  ];
}

function aboutTransaction(
  facts: Facts,
  place: NetworkFacts,
  transaction: ChainTransaction,
  transfers: readonly TransferDiagnosis[],
): Reason[] {
  const ours = transfers.some((transfer) => transfer.ours === true);
  const nothingOfOurs = transfers.length > 0 && transfers.every((one) => one.ours === false);
  const subject = {
    facts,
    place,
    transaction,
    ours: ours ? true : nothingOfOurs ? false : null,
    credit: null,
  };
  const reasons = transactionRules.flatMap((rule): Reason[] => {
    const finding = rule.find(subject);
    return finding === null ? [] : [{ code: rule.code, ...finding }];
  });
  return ours || reasons.length > 0 ? reasons : [...unseenInside(facts, place, transaction)];
}

/** A contract was called and its inner moves of value could not be read: one of them may be ours. */
function unseenInside(facts: Facts, place: NetworkFacts, transaction: ChainTransaction): Reason[] {
  const plain = facts.codes.some(
    (entry) =>
      entry.network === place.network && entry.address === transaction.to && entry.code === 'none',
  );
  if (transaction.traced || plain) return [];
  return [
    {
      code: 'UNKNOWN',
      outcome: 'wait',
      because: [fact('transaction.inner_moves', 'not read', place.source)],
      wouldChange: change('fact_is_read', { what: place.source }),
    },
  ];
}

/** Seen in a block before, and now unknown to a network that answered: what it moved is undone. */
function vanished(facts: Facts): Reason[] {
  return facts.sightings.flatMap((sighting): Reason[] => {
    const place = facts.networks.find((entry) => entry.network === sighting.network);
    if (place?.reading.status !== 'not_found' || sighting.hash !== facts.hash) return [];
    if (sighting.blockHash === null) return [];
    const credit = facts.credits.read
      ? facts.credits.entries.find((entry) => entry.network === place.network)
      : undefined;
    return [
      {
        code: 'REORGED',
        outcome: credit ? 'hold' : 'wait',
        because: [
          fact('transaction.block_seen_before', sighting.blockHash, sighting.source),
          fact('network.reading', 'not_found', place.source),
          ...(credit ? [fact('credit.made', credit.reference, credit.source)] : []),
        ],
        wouldChange: change('mined_again', { hash: facts.hash, network: place.name }),
      },
    ];
  });
}

/** Found on no network. That is 'not found' only when every one of them has answered. */
function foundNowhere(facts: Facts): Reason[] {
  if (vanished(facts).length > 0) return [];
  const unread = unreadNetworks({ facts });
  if (unread.length > 0 || facts.networks.length === 0) {
    return [
      {
        code: 'UNKNOWN',
        outcome: 'wait',
        because:
          unread.length > 0 ? unread : [fact('network.reading', 'none was asked', 'configuration')],
        wouldChange: change('node_answers', {
          what: unread.map(({ source }) => source).join(', ') || 'none',
        }),
      },
    ];
  }
  return [
    {
      code: 'NOT_FOUND',
      outcome: 'wait',
      because: facts.networks.map((place) => fact('network.reading', 'not_found', place.source)),
      wouldChange: change('transaction_appears', { hash: facts.hash }),
    },
  ];
}
