import { type Actor, type Context, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { type Clock, dayMs, done, later, type Outcome, randomHex, refuse } from '../std/index.ts';
import { administrators, administratorsMin } from './administrators.ts';
import type { StaffRole } from './roles.ts';
import { tokenHash } from './session.ts';

/** An invitation that nobody takes up within three days is asked for again. */
const invitationMs = 3 * dayMs;
const tokenBytes = 32;

/** Shown once, to be handed over by a way that the invited person already trusts. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * The token that lets an administrator in whom nobody could agree on: for `kaeru init`, which has no
 * one to ask. The first two come in so, one after the other, and again one who is left alone. It
 * replaces an earlier one that was not used. Refused while there are two.
 */
export async function inviteAdministrator(
  context: Pick<Context, 'database' | 'clock'>,
): Promise<Outcome<Invitation, 'administrators_exist'>> {
  const actor: Actor = { kind: 'system', id: 'init' };
  return inTransaction(context.database, async (tx) => {
    if (!(await lacksAdministrators(tx))) return refuse('administrators_exist');
    await tx.deleteFrom('staff_invitations').where('invited_by', 'is', null).execute();
    const roles: StaffRole[] = ['administrator'];
    const invited = { roles, name: null, invitedBy: null, approvedBy: null };
    return done(await writeInvitation(tx, { ...context, actor }, invited));
  });
}

/** Whether there are too few administrators for a change that takes two of them. */
export async function lacksAdministrators(tx: Tx): Promise<boolean> {
  return (await administrators(tx)).length < administratorsMin;
}

/** Who is invited as what, and by whom: two administrators, or none but the program itself. */
export interface Invited {
  readonly roles: readonly StaffRole[];
  readonly name: string | null;
  readonly invitedBy: string | null;
  readonly approvedBy: string | null;
}

/** Writes an invitation in the caller's transaction. */
export async function writeInvitation(
  tx: Tx,
  context: { readonly actor: Actor; readonly clock: Clock },
  invited: Invited,
): Promise<Invitation> {
  const token = randomHex(tokenBytes);
  const expiresAt = later(context.clock.now(), invitationMs);
  await tx
    .insertInto('staff_invitations')
    .values({
      token_hash: tokenHash(token),
      roles: [...invited.roles],
      name: invited.name,
      invited_by: invited.invitedBy,
      approved_by: invited.approvedBy,
      expires_at: expiresAt,
    })
    .execute();
  await record(tx, context, {
    action: 'staff.invite',
    subject: tokenHash(token),
    details: { roles: invited.roles },
  });
  return { token, expiresAt };
}
