import { sql } from 'kysely';
import type { Database, Tx } from '../db/index.ts';
import type { AssetId } from '../money/index.ts';
import { invariant } from '../std/index.ts';
import { type Account, chart } from './chart.ts';

/** One movement on an account. */
export interface StatementLine {
  /** The entry's number and the line within it: what the next page is asked after. */
  readonly number: bigint;
  readonly line: number;
  readonly at: Date;
  readonly template: string;
  readonly key: string;
  readonly caseNumber: string;
  readonly side: 'debit' | 'credit';
  readonly units: bigint;
  /** The code of the account on the other side. */
  readonly against: string;
  /** The balance after this line, on the account's normal side. */
  readonly balance: bigint;
}

/** One page of what moved on an account. */
export interface Statement {
  /** The balance before the first line. */
  readonly opening: bigint;
  readonly lines: readonly StatementLine[];
  /** Whether there are more lines after the last. */
  readonly more: boolean;
}

/** Which page is asked for. */
export interface StatementPage {
  /** The last line of the page before. */
  readonly after?: { readonly number: bigint; readonly line: number };
  readonly limit: number;
}

const limitMax = 1_000;

/** What moved on an account, oldest first, a page at a time, with the balance after every line. */
export async function statement(
  database: Database | Tx,
  account: Account,
  asset: AssetId,
  page: StatementPage,
): Promise<Statement> {
  invariant(page.limit >= 1 && page.limit <= limitMax, `a page has 1 to ${limitMax} lines`);
  const after = page.after ?? { number: 0n, line: 0 };
  const moves = sql`
    select e.number, t.line, e.at, e.template, e.key, e.case_number, t.amount, d.code as debit,
      c.code as credit
    from ledger_accounts a
    join ledger_transfers t on a.id in (t.debit_account, t.credit_account)
    join ledger_entries e on e.id = t.entry_id
    join ledger_accounts d on d.id = t.debit_account
    join ledger_accounts c on c.id = t.credit_account
    where a.code = ${account.code} and a.asset = ${asset}`;
  const opened = await sql<{ debits: bigint; credits: bigint }>`
    select coalesce(sum(amount) filter (where debit = ${account.code}), 0) as debits,
      coalesce(sum(amount) filter (where credit = ${account.code}), 0) as credits
    from (${moves}) moves where (number, line) <= (${after.number}, ${after.line})`.execute(
    database,
  );
  const { rows } = await sql<Move>`
    select * from (${moves}) moves where (number, line) > (${after.number}, ${after.line})
    order by number, line limit ${page.limit + 1}`.execute(database);
  const { debits = 0n, credits = 0n } = opened.rows[0] ?? {};
  const sign = chart[account.kind].normalSide === 'debit' ? 1n : -1n;
  const opening = sign * (debits - credits);
  let balance = opening;
  const lines = rows.slice(0, page.limit).map((move): StatementLine => {
    const side = move.debit === account.code ? 'debit' : 'credit';
    balance += side === 'debit' ? sign * move.amount : -sign * move.amount;
    return {
      number: move.number,
      line: move.line,
      at: move.at,
      template: move.template,
      key: move.key,
      caseNumber: move.case_number,
      side,
      units: move.amount,
      against: side === 'debit' ? move.credit : move.debit,
      balance,
    };
  });
  return { opening, lines, more: rows.length > page.limit };
}

interface Move {
  readonly number: bigint;
  readonly line: number;
  readonly at: Date;
  readonly template: string;
  readonly key: string;
  readonly case_number: string;
  readonly amount: bigint;
  readonly debit: string;
  readonly credit: string;
}
