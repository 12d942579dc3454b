import { sql } from 'kysely';
import type { RecoveryContext } from './context.ts';
import { feeJob, lookJob, planJob } from './jobs.ts';

/**
 * At a start every claim that Kaeru itself must go on with is taken up again, and every fee that is
 * due is asked for again. Taking one up that is in hand already does no harm.
 */
export async function resumeClaims(context: RecoveryContext): Promise<number> {
  return await context.database.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('claims')
      .select(['number', 'state'])
      .where('state', 'in', ['looking', 'waiting', 'planning'])
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
