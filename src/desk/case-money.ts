import { sql } from 'kysely';
import type { Database } from '../db/index.ts';
import { type Amount, type AssetId, amount } from '../money/index.ts';
import type { DescribedClaim } from '../recovery/index.ts';

/** What was found, what is kept of it, and what arrives; and how it stands in the books. */
export interface CaseMoney {
  readonly found: Amount | null;
  /** In the asset itself, or in a national currency; null where none was chosen. */
  readonly fee: Amount | null;
  readonly feeInKind: boolean;
  readonly feeStatus: string | null;
  /** What the customer pays of the network's fees: nothing. */
  readonly network: Amount | null;
  readonly arrives: Amount | null;
  /** Terms that the price was made under. */
  readonly schedule: string | null;
  readonly entries: readonly BookedEntry[];
}

/** An entry of the books about this case. */
export interface BookedEntry {
  readonly id: string;
  readonly at: Date;
  readonly template: string;
  readonly lines: readonly {
    readonly debit: string;
    readonly credit: string;
    readonly amount: Amount;
  }[];
}

/** Reads what belongs to the money of a case. */
export async function caseMoney(
  database: Database,
  { claim, focus }: Pick<DescribedClaim, 'claim' | 'focus'>,
): Promise<CaseMoney> {
  const { choice, quote } = claim;
  const found = focus && amount(focus.transfer.asset, focus.transfer.amount);
  const fee = choice?.fee?.total ?? null;
  return {
    found,
    fee,
    feeInKind: choice?.fee?.inKind ?? false,
    feeStatus: claim.fee?.status ?? null,
    network: found && amount(found.asset, 0n),
    arrives: found && choice && choice.units > 0n ? amount(found.asset, choice.units) : null,
    schedule: quote && `${quote.terms.profile} ${quote.terms.schedule}`,
    entries: await entriesOf(database, claim.number),
  };
}

async function entriesOf(database: Database, number: string): Promise<BookedEntry[]> {
  const { rows } = await sql<BookedLine>`
    select e.number, e.at, e.template, t.asset, t.amount, d.code as debit, c.code as credit
    from ledger_entries e
    join ledger_transfers t on t.entry_id = e.id
    join ledger_accounts d on d.id = t.debit_account
    join ledger_accounts c on c.id = t.credit_account
    where e.case_number = ${number} order by e.number, t.line`.execute(database);
  return [...Map.groupBy(rows, (row) => row.number)].map(([id, lines]) => ({
    id: id.toString(),
    at: lines[0]?.at as Date,
    template: lines[0]?.template ?? '',
    lines: lines.map(({ debit, credit, asset, amount: units }) => ({
      debit,
      credit,
      amount: amount(asset, units),
    })),
  }));
}

interface BookedLine {
  readonly number: bigint;
  readonly at: Date;
  readonly template: string;
  readonly asset: AssetId;
  readonly amount: bigint;
  readonly debit: string;
  readonly credit: string;
}
