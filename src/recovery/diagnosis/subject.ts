import {
  type AttemptedTransfer,
  type ChainTransaction,
  type ChainTransfer,
  isDeadAddress,
} from '../../networks/index.ts';
import { secondMs } from '../../std/index.ts';
import type {
  Answer,
  CodeFact,
  Credit,
  Facts,
  ListedAsset,
  NetworkFacts,
  OwnedAddress,
  RiskHold,
} from './facts.ts';

/** One transfer with all that the facts say about it: what every rule looks at. */
export interface Subject {
  readonly facts: Facts;
  readonly place: NetworkFacts;
  readonly transaction: ChainTransaction;
  readonly transfer: ChainTransfer | AttemptedTransfer;
  /** The entry of the receiving address as it stood when the transfer was mined. */
  readonly recipient: OwnedAddress | null;
  /** Several customers had the address, and the time does not tell which of them it was for. */
  readonly ownerUnclear: boolean;
  /** Whether the receiving address is known to the exchange; null when it could not be asked. */
  readonly ours: boolean | null;
  /** Whether the recipient was handed out for this very network, at whatever time. */
  readonly issuedHere: boolean;
  /** Whether what stands behind the address was shown to work on this network. */
  readonly control: Answer;
  /** The listing of exactly this coin or token on this network. */
  readonly listing: ListedAsset | null;
  readonly credit: Credit | null;
  /** A credit from this transaction that fits none of its transfers, and may have been for this one. */
  readonly unclearCredit: Credit | null;
  /** The entry of the sending address, when the house or a customer's deposit address sent it. */
  readonly sentByUs: OwnedAddress | null;
  readonly hold: RiskHold | null;
  readonly code: CodeFact | null;
  readonly dead: boolean;
}

export function subjectOf(
  facts: Facts,
  place: NetworkFacts,
  transaction: ChainTransaction,
  transfer: ChainTransfer | AttemptedTransfer,
): Subject {
  const at = transaction.blockTime ?? facts.asOf;
  const { recipient, unclear } = recipientAt(facts, place, transfer.to, at);
  const registry = facts.addresses.read;
  return {
    facts,
    place,
    transaction,
    transfer,
    recipient,
    ownerUnclear: unclear,
    ours: registry ? recipient !== null : null,
    issuedHere: recipient?.issued.some((issue) => issue.network === place.network) ?? false,
    control: recipient === null ? 'unknown' : controlOn(recipient, place),
    listing: listingOf(facts, place, transfer),
    credit: creditOf(facts, place, transfer),
    unclearCredit: unclearCreditOf(facts, place, transaction, recipient),
    sentByUs: senderOf(facts, transfer),
    hold: holdOf(facts, place, transaction, transfer),
    code:
      facts.codes.find(
        (entry) => entry.network === place.network && entry.address === transfer.to,
      ) ?? null,
    dead: isDeadAddress(transfer.to),
  };
}

/**
 * The same address may have been handed to one customer after another. The entry that was valid on
 * this network at that time comes first, then any for this network, then any at all.
 */
function recipientAt(
  facts: Facts,
  place: NetworkFacts,
  to: string,
  at: Date,
): { readonly recipient: OwnedAddress | null; readonly unclear: boolean } {
  if (!facts.addresses.read) return { recipient: null, unclear: false };
  const entries = facts.addresses.entries.filter((entry) => entry.address === to);
  const here = (entry: OwnedAddress) =>
    entry.issued.filter((issue) => issue.network === place.network);
  const likeliest = [
    entries.filter((entry) => here(entry).some((issue) => isIssuedAt(issue, at))),
    entries.filter((entry) => here(entry).length > 0),
    entries.filter((entry) => entry.issued.some((issue) => isIssuedAt(issue, at))),
    entries,
  ].find((some) => some.length > 0);
  const owners = new Set(likeliest?.map(({ customer }) => customer));
  return { recipient: likeliest?.[0] ?? null, unclear: owners.size > 1 };
}

/** From `from`, which is part of the interval, to `to`, which is not. */
export function isValid(
  interval: { readonly from: Date | null; readonly to: Date | null },
  at: Date,
): boolean {
  return (
    (interval.from === null || interval.from <= at) && (interval.to === null || at < interval.to)
  );
}

/**
 * Whether an address was handed out when a block of this time paid it. Blocks bear the whole seconds of
 * their proposer's clock, so that a deposit made at once may seem older than its address.
 */
export function isIssuedAt(
  { from, to }: { readonly from: Date | null; readonly to: Date | null },
  blockTime: Date,
): boolean {
  const forgiven = from && new Date(from.getTime() - blockClockSkewMs);
  return isValid({ from: forgiven, to }, blockTime);
}

/** How far block times may be from ours: the drift that Ethereum's nodes take from one another. */
const blockClockSkewMs = 15 * secondMs;

function controlOn(recipient: OwnedAddress, place: NetworkFacts): Answer {
  const { control } = recipient;
  switch (control.kind) {
    case 'key':
      return control.rederived;
    case 'custodian':
      // A custodian that has not confirmed has not refused either: it may not have been asked.
      return control.confirmedOn.includes(place.network) ? 'yes' : 'unknown';
    case 'shared':
      return control.held;
    case 'contract':
      return contractControl(recipient, place);
  }
}

/** Where it was issued a contract already stands; elsewhere it must be shown that it can be made. */
function contractControl(recipient: OwnedAddress, place: NetworkFacts): Answer {
  if (recipient.control.kind !== 'contract') return 'unknown';
  if (recipient.issued.some((issue) => issue.network === place.network)) return 'yes';
  const shown = recipient.control.deployable.find((entry) => entry.network === place.network);
  return shown?.answer ?? 'unknown';
}

/** A collectible is never a listed asset, whatever its contract. */
function listingOf(
  facts: Facts,
  place: NetworkFacts,
  transfer: Subject['transfer'],
): ListedAsset | null {
  if (!facts.assets.read || transfer.kind === 'nft') return null;
  return (
    facts.assets.entries.find(
      (entry) => entry.network === place.network && entry.token === transfer.token,
    ) ?? null
  );
}

/**
 * A credit for this very transfer. Where the exchange's books name only the transaction, any transfer
 * of the same amount counts: crediting twice is worse than asking a person.
 */
function creditOf(facts: Facts, place: NetworkFacts, transfer: Subject['transfer']): Credit | null {
  if (!facts.credits.read) return null;
  const here = facts.credits.entries.filter(
    (credit) => credit.network === place.network && credit.hash === facts.hash,
  );
  return (
    here.find((credit) => credit.path === transfer.path) ??
    here.find((credit) => credit.path === null && credit.units === transfer.amount) ??
    null
  );
}

/**
 * The exchange may number the transfers of a transaction in its own way, credit two together, or keep
 * a fee of its own. Such a credit names no transfer that we know: whoever it may concern has to wait for
 * a person. Without a customer at the receiving address it may concern anybody.
 */
function unclearCreditOf(
  facts: Facts,
  place: NetworkFacts,
  transaction: ChainTransaction,
  recipient: OwnedAddress | null,
): Credit | null {
  if (!facts.credits.read) return null;
  const fits = (credit: Credit) =>
    transaction.transfers.some((one) =>
      credit.path === null ? credit.units === one.amount : credit.path === one.path,
    );
  const concerns = ({ customer }: Credit) =>
    customer === facts.claimant?.customer ||
    recipient?.customer === null ||
    customer === recipient?.customer;
  return (
    facts.credits.entries.find(
      (credit) =>
        credit.network === place.network &&
        credit.hash === facts.hash &&
        concerns(credit) &&
        !fits(credit),
    ) ?? null
  );
}

/** What leaves an address of ours was sent by us, whoever the address was handed to. */
function senderOf(facts: Facts, transfer: Subject['transfer']): OwnedAddress | null {
  if (!facts.addresses.read) return null;
  return facts.addresses.entries.find((entry) => entry.address === transfer.from) ?? null;
}

/**
 * What a hold leaves open matches everything: a hold on an address holds on every network. An address
 * holds what it received itself, and all of a transaction that it sent, was called by, or sent any part
 * of: money does not become another's by going through a contract.
 */
function holdOf(
  facts: Facts,
  place: NetworkFacts,
  transaction: ChainTransaction,
  transfer: Subject['transfer'],
): RiskHold | null {
  if (!facts.holds.read) return null;
  const senders = [...transaction.transfers, ...transaction.attempted].map(({ from }) => from);
  const touching = new Set([transfer.to, transaction.from, transaction.to, ...senders]);
  const matches = (hold: RiskHold) =>
    (hold.network ?? place.network) === place.network &&
    (hold.hash ?? facts.hash) === facts.hash &&
    (hold.path ?? transfer.path) === transfer.path &&
    (hold.address === null || touching.has(hold.address)) &&
    (hold.hash !== null || hold.address !== null);
  return facts.holds.entries.find(matches) ?? null;
}

/** Tokens look like a listed asset when this text is the same. Spelling tricks are undone first. */
export function symbolSkeleton(symbol: string): string {
  return [...symbol.normalize('NFKC')]
    .map((character) => lookalikes[character] ?? character)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

/** Cyrillic and Greek letters that are drawn like Latin ones: what fake tokens are spelled with. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['АВЕЅІЈКМНОРСТУХԌԜ', 'ABESIJKMHOPCTYXGW'],
    ['авеѕіјкмнорстухԍԝ', 'abesijkmhopctyxgw'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, index) => [letter, to[index] ?? ''])),
);
