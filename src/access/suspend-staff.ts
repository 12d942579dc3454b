import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { permit } from './permit.ts';

/** Closes an account: its sessions open nothing from this moment, and it can't sign in again. */
export async function suspendStaff(
  context: Pick<Context, 'database' | 'clock' | 'actor'>,
  input: { readonly staff: string; readonly reason: string },
): Promise<Outcome<void, 'not_permitted' | 'staff_unknown' | 'own_account'>> {
  const permitted = permit(context.actor, 'staff.suspend');
  if (!permitted.ok) return permitted;
  if (input.staff === context.actor.id) return refuse('own_account');
  const at = context.clock.now();
  return inTransaction(context.database, async (tx) => {
    const suspended = await tx
      .updateTable('staff')
      .set({
        suspension: JSON.stringify({
          by: context.actor.id,
          at: at.toISOString(),
          reason: input.reason,
        }),
      })
      .where('id', '=', input.staff)
      .where('suspension', 'is', null)
      .executeTakeFirst();
    if (suspended.numUpdatedRows === 0n) return refuse('staff_unknown');
    await tx
      .updateTable('sessions')
      .set({ ended_at: at })
      .where('staff_id', '=', input.staff)
      .where('ended_at', 'is', null)
      .execute();
    await record(tx, context, {
      action: 'staff.suspend',
      subject: input.staff,
      details: { reason: input.reason },
    });
    return done(undefined);
  });
}
