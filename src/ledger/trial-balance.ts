import { sql } from 'kysely';
import type { Database, Tx } from '../db/index.ts';
import type { AssetId } from '../money/index.ts';

/** The sums of the books, and what does not fit them. */
export interface TrialBalance {
  /** True when nothing below is wrong: "the books balance". */
  readonly balances: boolean;
  /** All debits and all credits of each asset, in base units. */
  readonly assets: readonly {
    readonly asset: AssetId;
    readonly debits: bigint;
    readonly credits: bigint;
  }[];
  /** Accounts whose running totals are not the sums of their transfers, as `<code> <asset>`. */
  readonly accountsWrong: readonly string[];
  /** Keys of entries of which a line is missing. */
  readonly entriesIncomplete: readonly string[];
}

/** So many of each kind are named; one is already too many. */
const namedMax = 100;

/**
 * Adds everything up from the transfers themselves and compares it with the running totals. The
 * database refuses whatever would put the two apart: this finds what went around it.
 */
export async function trialBalance(database: Database | Tx): Promise<TrialBalance> {
  const assets = await database
    .selectFrom('ledger_balances')
    .innerJoin('ledger_accounts', 'id', 'account_id')
    .select('asset')
    .select([sql<bigint>`sum(debits)`.as('debits'), sql<bigint>`sum(credits)`.as('credits')])
    .groupBy('asset')
    .orderBy('asset')
    .execute();
  const accountsWrong = await wrongAccounts(database);
  const entriesIncomplete = await incompleteEntries(database);
  return {
    balances:
      assets.every(({ debits, credits }) => debits === credits) &&
      accountsWrong.length === 0 &&
      entriesIncomplete.length === 0,
    assets: assets.map((row) => ({ ...row, asset: row.asset as AssetId })),
    accountsWrong,
    entriesIncomplete,
  };
}

async function wrongAccounts(database: Database | Tx): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select a.code || ' ' || a.asset as account
    from ledger_accounts a
    left join ledger_balances b on b.account_id = a.id
    left join (
      select account_id, sum(debit) as debits, sum(credit) as credits
      from (
        select debit_account as account_id, amount as debit, 0 as credit from ledger_transfers
        union all
        select credit_account, 0, amount from ledger_transfers
      ) sides
      group by account_id
    ) moved on moved.account_id = a.id
    where b.debits is distinct from coalesce(moved.debits, 0)
      or b.credits is distinct from coalesce(moved.credits, 0)
    order by account
    limit ${namedMax}`.execute(database);
  return rows.map((row) => row.account);
}

async function incompleteEntries(database: Database | Tx): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select e.key
    from ledger_entries e
    left join (
      select entry_id, count(*) as lines from ledger_transfers group by entry_id
    ) present on present.entry_id = e.id
    where present.lines is distinct from e.line_count
    order by e.number
    limit ${namedMax}`.execute(database);
  return rows.map((row) => row.key);
}
