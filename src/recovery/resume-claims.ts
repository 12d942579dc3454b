import { sql } from 'kysely';
import { later } from '../std/index.ts';
import type { RecoveryContext } from './context.ts';
import { feeJob, lookJob, planJob } from './jobs.ts';

/**
 * At a start every claim that Kaeru itself must go on with is taken up again, and every fee that is
 * due is asked for again. Taking one up that is in hand already does no harm. While the program runs
 * it is called with `quietForMs`, for claims at work that have not changed for that long: should the
 * queue ever lose one, it does not wait for a restart. Those that wait have their next look in the queue.
 */
export async function resumeClaims(context: RecoveryContext, quietForMs = 0): Promise<number> {
  const before = later(context.clock.now(), -quietForMs);
  const atWork = ['looking', 'planning'] as const;
  return await context.database.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('claims')
      .select(['number', 'state'])
      .where('state', 'in', quietForMs > 0 ? atWork : [...atWork, 'waiting'])
      .where('updated_at', '<=', before)
      .execute();
    for (const { number, state } of rows) {
      const job = state === 'planning' ? planJob : lookJob;
      await context.queue.enqueue(tx, job, { claim: number });
    }
    const due = await tx
      .selectFrom('claims')
      .select('number')
      .where(sql<boolean>`fee ->> 'status' = 'due'`)
      .execute();
    for (const { number } of due) await context.queue.enqueue(tx, feeJob, { claim: number });
    return rows.length + due.length;
  });
}
