import type { Tx } from '../db/index.ts';
import { type Entry, post } from '../ledger/index.ts';
import type { PaymentContext } from './payment.ts';

/** The books said no: thrown, so that what was booked before in the transaction is taken back. */
export class BooksRefused extends Error {}

/** Books all entries or, by throwing `BooksRefused`, none. */
export async function postAll(
  tx: Tx,
  context: PaymentContext,
  entries: readonly Entry[],
): Promise<void> {
  for (const entry of entries) {
    const booked = await post(tx, context, entry);
    if (!booked.ok) throw new BooksRefused(`${entry.key}: ${booked.code}`);
  }
}
