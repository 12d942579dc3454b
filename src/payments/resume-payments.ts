import type { PaymentContext } from './payment.ts';
import { advanceJob } from './steps.ts';

/** At a start every unfinished payment is taken up again: a restart is a step like any other. */
export async function resumePayments(context: PaymentContext): Promise<number> {
  return await context.database.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('payments')
      .select('id')
      .where('state', '=', 'sending')
      .execute();
    for (const { id } of rows) await context.queue.enqueue(tx, advanceJob, { payment: id });
    return rows.length;
  });
}
