import type { Database, Tx } from '../db/index.ts';
import { amount, assetId } from '../money/index.ts';
import { invariant } from '../std/index.ts';
import { accountOfCode } from './chart.ts';
import { editionKey, reversalKey } from './edition.ts';
import { bodyHash, type Entry, type EntryId } from './entry.ts';

/** An entry as it stands in the books. */
export interface BookedEntry extends Entry {
  readonly id: EntryId;
  /** In the order of booking, with gaps where a transaction was given up. */
  readonly number: bigint;
  readonly at: Date;
}

/** The entry booked under a key, or null. Throws when it no longer says what its hash was made of. */
export async function findEntry(database: Database | Tx, key: string): Promise<BookedEntry | null> {
  const row = await database
    .selectFrom('ledger_entries')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const lines = await database
    .selectFrom('ledger_transfers as transfer')
    .innerJoin('ledger_accounts as debit', 'debit.id', 'transfer.debit_account')
    .innerJoin('ledger_accounts as credit', 'credit.id', 'transfer.credit_account')
    .select(['transfer.asset', 'transfer.amount', 'debit.code as debit', 'credit.code as credit'])
    .where('entry_id', '=', row.id)
    .orderBy('line')
    .execute();
  const entry: BookedEntry = {
    id: row.id as EntryId,
    number: row.number,
    at: row.at,
    template: row.template,
    key: row.key,
    follows: row.follows,
    caseNumber: row.case_number,
    facts: row.facts as Entry['facts'],
    transfers: lines.map((line) => ({
      debit: accountOfCode(line.debit),
      credit: accountOfCode(line.credit),
      amount: amount(assetId(line.asset), line.amount),
    })),
  };
  invariant(bodyHash(entry) === row.body_hash, `entry ${key} reads as it was booked`);
  return entry;
}

/** How often the entry with this key was booked and reversed: the next edition is one more. */
export async function timesReversed(database: Database | Tx, key: string): Promise<number> {
  for (let edition = 1; ; edition += 1) {
    const reversal = await database
      .selectFrom('ledger_entries')
      .select('id')
      .where('key', '=', reversalKey(editionKey(key, edition)))
      .executeTakeFirst();
    if (!reversal) return edition - 1;
  }
}
