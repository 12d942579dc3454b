import { createHash } from 'node:crypto';
import type { Amount } from '../money/index.ts';
import { type Branded, canonicalJson, invariant, type Json } from '../std/index.ts';
import type { Account } from './chart.ts';

/** The id of a booked entry. What is booked is known by its key; the id names the row. */
export type EntryId = Branded<string, 'EntryId'>;

/** One amount, from the account that is credited to the account that is debited. */
export interface Transfer {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Amount;
}

/** What is to be booked. Made by a template, never by hand. */
export interface Entry {
  readonly template: string;
  /** Says what happened in the world. The same key is booked once, whoever asks and how often. */
  readonly key: string;
  /** The key of the entry that must be booked before this one. */
  readonly follows: string | null;
  readonly caseNumber: string;
  /** What the entry was booked on: transaction, payment, reason. No personal data. */
  readonly facts: { readonly [name: string]: Json };
  readonly transfers: readonly Transfer[];
}

const linesMax = 100;

/** Throws unless the entry can be booked. Called by `post`, and by the tests of every template. */
export function assertBookable(entry: Entry): void {
  invariant(entry.transfers.length > 0, 'an entry moves something');
  invariant(entry.transfers.length <= linesMax, `an entry has at most ${linesMax} lines`);
  invariant(entry.key !== entry.follows, 'an entry does not follow itself');
  for (const { debit, credit, amount } of entry.transfers) {
    invariant(amount.units > 0n, `${entry.key} moves more than nothing`);
    invariant(debit.code !== credit.code, `${entry.key} moves from one account to another`);
  }
}

/**
 * SHA-256, as hex, of all that an entry says, but not of its id, number and time: two attempts to book
 * the same thing have the same hash.
 */
export function bodyHash(entry: Entry): string {
  const body = canonicalJson({
    template: entry.template,
    key: entry.key,
    follows: entry.follows,
    case: entry.caseNumber,
    facts: entry.facts,
    transfers: entry.transfers.map(({ debit, credit, amount }) => ({
      debit: debit.code,
      credit: credit.code,
      asset: amount.asset,
      amount: amount.units.toString(),
    })),
  });
  return createHash('sha256').update(body).digest('hex');
}
