import { type Context, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { permit } from './permit.ts';

type Acting = Pick<Context, 'clock' | 'actor'>;

/**
 * Closes an account at once, without a second person: for whoever runs the machine, when there is no
 * time (`kaeru staff suspend`). Administrators propose it, and another one decides.
 */
export async function suspendStaff(
  context: Pick<Context, 'database' | 'clock' | 'actor'>,
  input: { readonly staff: string; readonly reason: string },
): Promise<Outcome<void, 'not_permitted' | 'staff_unknown'>> {
  const permitted = permit(context.actor, 'staff.suspend');
  if (!permitted.ok) return permitted;
  return inTransaction(context.database, async (tx) => {
    const closed = await closeAccount(tx, context, input);
    return closed ? done(undefined) : refuse('staff_unknown');
  });
}

/**
 * Closes an account in the caller's transaction: its sessions open nothing from this moment, and it
 * can't sign in again. False when it is not there or closed already.
 */
export async function closeAccount(
  tx: Tx,
  context: Acting,
  input: { readonly staff: string; readonly reason: string },
): Promise<boolean> {
  const at = context.clock.now();
  const { staff, reason } = input;
  const suspension = { by: context.actor.id, at: at.toISOString(), reason };
  const suspended = await tx
    .updateTable('staff')
    .set({ suspension: JSON.stringify(suspension) })
    .where('id', '=', staff)
    .where('suspension', 'is', null)
    .executeTakeFirst();
  if (suspended.numUpdatedRows === 0n) return false;
  await tx
    .updateTable('sessions')
    .set({ ended_at: at })
    .where('staff_id', '=', staff)
    .where('ended_at', 'is', null)
    .execute();
  await record(tx, context, { action: 'staff.suspend', subject: staff, details: { reason } });
  return true;
}

/** Opens a closed account again, with the roles that it had. Its old sessions stay ended. */
export async function reopenAccount(
  tx: Tx,
  context: Acting,
  { staff }: { readonly staff: string },
): Promise<void> {
  await tx.updateTable('staff').set({ suspension: null }).where('id', '=', staff).execute();
  await record(tx, context, { action: 'staff.restore', subject: staff });
}
