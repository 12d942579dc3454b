import type { Tx } from '../db/index.ts';
import { chart } from './chart.ts';
import type { Transfer } from './entry.ts';

/**
 * Opens the accounts that the transfers name and that are not open yet. In the order of their codes:
 * two transactions that open the same accounts then wait for each other in one direction only.
 */
export async function openAccounts(tx: Tx, transfers: readonly Transfer[]): Promise<void> {
  const wanted = new Map(
    transfers.flatMap(({ debit, credit, amount }) =>
      [debit, credit].map((account) => [
        `${account.code} ${amount.asset}`,
        {
          code: account.code,
          asset: amount.asset,
          normal_side: chart[account.kind].normalSide,
          overdraft: chart[account.kind].overdraft,
        },
      ]),
    ),
  );
  const inOrder = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx
    .insertInto('ledger_accounts')
    .values(inOrder)
    .onConflict((conflict) => conflict.columns(['code', 'asset']).doNothing())
    .execute();
}
