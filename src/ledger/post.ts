import { sql } from 'kysely';
import type { Context } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { done, InvariantBroken, invariant, newId, type Outcome, refuse } from '../std/index.ts';
import { assertBookable, bodyHash, type Entry, type EntryId } from './entry.ts';
import { openAccounts } from './open-accounts.ts';

/** `already_posted`: the same entry was booked before, by this call's twin. Nothing was written. */
export interface Posted {
  readonly entry: EntryId;
  readonly status: 'posted' | 'already_posted';
}

export type PostRefusal =
  | 'key_reused_with_another_body'
  | 'would_overdraw'
  | 'earlier_entry_missing';

/**
 * Books one entry in the caller's transaction. Safe to repeat: the key decides, not the call.
 *
 * On a refusal nothing was written and the transaction can go on. A transaction that books several
 * entries should do so in the same order as others of its kind: each holds the balances that it moved
 * until it commits.
 *
 * @example
 * const booked = await post(tx, context, feeInKind({ caseNumber, payment, fee }));
 * invariant(booked.ok, 'a fee is booked at most once');
 */
export async function post(
  tx: Tx,
  context: Pick<Context, 'clock'>,
  entry: Entry,
): Promise<Outcome<Posted, PostRefusal>> {
  assertBookable(entry);
  const id = newId<EntryId>();
  const at = context.clock.now();
  const hash = bodyHash(entry);
  let answer = await ask(tx, entry, { id, at, hash });
  if (answer.outcome === 'accounts_missing') {
    await openAccounts(tx, entry.transfers);
    answer = await ask(tx, entry, { id, at, hash });
  }
  switch (answer.outcome) {
    case 'posted':
      invariant(answer.entry_id === id, 'what was posted is what was asked for');
      return done({ entry: id, status: 'posted' });
    case 'already_posted':
      invariant(answer.entry_id !== null, 'an entry that was posted has an id');
      return done({ entry: answer.entry_id as EntryId, status: 'already_posted' });
    case 'key_reused_with_another_body':
      return refuse('key_reused_with_another_body', { key: entry.key });
    case 'would_overdraw':
      return refuse('would_overdraw', { account: answer.account ?? '', key: entry.key });
    case 'earlier_entry_missing':
      return refuse('earlier_entry_missing', { key: entry.key, follows: entry.follows ?? '' });
    default:
      throw new InvariantBroken(`ledger_post answered ${answer.outcome} for ${entry.key}`);
  }
}

interface Answer {
  readonly outcome: string;
  readonly entry_id: string | null;
  readonly account: string | null;
}

/** One round trip to the function of migration 0006, which takes the locks and makes the checks. */
async function ask(
  tx: Tx,
  entry: Entry,
  { id, at, hash }: { id: EntryId; at: Date; hash: string },
): Promise<Answer> {
  const lines = entry.transfers;
  const { rows } = await sql<Answer>`select outcome, entry_id, account from ledger_post(
    ${id}, ${entry.template}, ${entry.key}, ${entry.follows}, ${entry.caseNumber},
    ${at}, ${JSON.stringify(entry.facts)}, ${hash},
    ${lines.map((line) => line.debit.code)}, ${lines.map((line) => line.credit.code)},
    ${lines.map((line) => line.amount.asset)},
    ${lines.map((line) => line.amount.units.toString())})`.execute(tx);
  const answer = rows[0];
  invariant(answer && rows.length === 1, 'ledger_post answers once');
  return answer;
}
