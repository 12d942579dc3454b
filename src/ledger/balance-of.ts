import type { Database, Tx } from '../db/index.ts';
import type { AssetId } from '../money/index.ts';
import { type Account, chart } from './chart.ts';

/**
 * What an account holds of an asset, in base units on its normal side; 0 when it was never used.
 * Negative only where the chart names an overdraft.
 */
export async function balanceOf(
  database: Database | Tx,
  account: Account,
  asset: AssetId,
): Promise<bigint> {
  const row = await database
    .selectFrom('ledger_accounts')
    .innerJoin('ledger_balances', 'account_id', 'id')
    .select(['debits', 'credits'])
    .where('code', '=', account.code)
    .where('asset', '=', asset)
    .executeTakeFirst();
  if (!row) return 0n;
  return chart[account.kind].normalSide === 'debit'
    ? row.debits - row.credits
    : row.credits - row.debits;
}
