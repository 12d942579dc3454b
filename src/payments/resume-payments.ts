import { later } from '../std/index.ts';
import type { PaymentContext } from './payment.ts';
import { advanceJob } from './steps.ts';

/**
 * At a start every unfinished payment is taken up again: a restart is a step like any other. While the
 * program runs it is called with `quietForMs`, for payments that have not changed for that long: should
 * the queue ever lose one, it does not wait for a restart.
 */
export async function resumePayments(context: PaymentContext, quietForMs = 0): Promise<number> {
  const before = later(context.clock.now(), -quietForMs);
  return await context.database.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('payments')
      .select('id')
      .where('state', '=', 'sending')
      .where('updated_at', '<=', before)
      .execute();
    for (const { id } of rows) await context.queue.enqueue(tx, advanceJob, { payment: id });
    return rows.length;
  });
}
