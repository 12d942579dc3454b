import { sql } from 'kysely';
import type { Context } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import type { Amount } from '../money/index.ts';
import { done, InvariantBroken, invariant, newId, type Outcome, refuse } from '../std/index.ts';
import { type Account, chart } from './chart.ts';
import { assertBookable, bodyHash, type Entry, type EntryId, type Transfer } from './entry.ts';

/** `already_posted`: the same entry was booked before, by this call's twin. Nothing was written. */
export interface Posted {
  readonly entry: EntryId;
  readonly status: 'posted' | 'already_posted';
}

/** Why an entry was not booked; told in `ledgerProblems`. */
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
  const answer = await ask(tx, entry, id, context.clock.now());
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
async function ask(tx: Tx, entry: Entry, id: EntryId, at: Date): Promise<Answer> {
  const accounts = accountsOf(entry.transfers);
  const place = (account: Account, { asset }: Amount) =>
    1 + accounts.findIndex((one) => one.code === account.code && one.asset === asset);
  const debits = entry.transfers.map(({ debit, amount }) => place(debit, amount));
  const credits = entry.transfers.map(({ credit, amount }) => place(credit, amount));
  const { rows } = await sql<Answer>`select outcome, entry_id, account from ledger_post(
    ${id}, ${entry.template}, ${entry.key}, ${entry.follows}, ${entry.caseNumber},
    ${at}, ${JSON.stringify(entry.facts)}, ${bodyHash(entry)},
    ${accounts.map((one) => one.code)}, ${accounts.map((one) => one.asset)},
    ${accounts.map((one) => one.normalSide)}, ${accounts.map((one) => one.overdraft)},
    ${debits}, ${credits}, ${entry.transfers.map(({ amount }) => amount.units.toString())}
  )`.execute(tx);
  const answer = rows[0];
  invariant(answer && rows.length === 1, 'ledger_post answers once');
  return answer;
}

/**
 * Every account that the transfers name, once, in the order of code and asset: two transactions that
 * open the same accounts then wait for each other in one direction only.
 */
function accountsOf(transfers: readonly Transfer[]) {
  const named = transfers.flatMap(({ debit, credit, amount: { asset } }) =>
    [debit, credit].map(({ code, kind }) => ({ code, asset, ...chart[kind] })),
  );
  const byName = new Map(named.map((one) => [`${one.code} ${one.asset}`, one]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
