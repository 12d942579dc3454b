import type { Updateable } from 'kysely';
import type { Database, Schema, Tx } from '../db/index.ts';
import type { LineAtWork } from './advance-payment.ts';
import type { PaymentContext } from './payment.ts';

/** Writes a line if it is still in the state that it was read in. False when it is not. */
export async function setLine(
  database: Database | Tx,
  context: PaymentContext,
  { payment, line }: LineAtWork,
  change: Updateable<Schema['payment_lines']>,
): Promise<boolean> {
  const written = await database
    .updateTable('payment_lines')
    .set({ ...change, updated_at: context.clock.now() })
    .where('payment_id', '=', payment.id)
    .where('line', '=', line.index)
    .where('state', '=', line.state)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}
