import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Session } from './session.ts';

/** Signs out: the token opens nothing from now on. Signing out twice is signing out. */
export async function endSession(
  context: Pick<Context, 'database' | 'clock'>,
  session: Session,
): Promise<void> {
  await inTransaction(context.database, async (tx) => {
    const ended = await tx
      .updateTable('sessions')
      .set({ ended_at: context.clock.now() })
      .where('token_hash', '=', session.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return;
    await record(
      tx,
      { actor: session.actor, clock: context.clock },
      { action: 'session.end', subject: session.id },
    );
  });
}
