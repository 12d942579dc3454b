import { inTransaction, type Tx } from '../db/index.ts';
import { type Outcome, refuse } from '../std/index.ts';
import type { AccessContext } from './context.ts';
import {
  type CreatedStaff,
  insertStaff,
  type NewStaff,
  prepareStaff,
  type StaffRefusal,
} from './create-staff.ts';
import { hasAdministrator } from './invite.ts';
import { permit } from './permit.ts';
import { tokenHash } from './session.ts';

/**
 * Joins the staff by an invitation's token, with the roles that it names. The answer holds the secret
 * for one-time codes, shown this once; the first sign-in needs a code of it.
 */
export async function acceptInvitation(
  context: AccessContext,
  input: NewStaff & { readonly token: string },
): Promise<Outcome<CreatedStaff, StaffRefusal | 'invitation_unknown'>> {
  const prepared = await prepareStaff(context, input);
  if (!prepared.ok) return prepared;
  return inTransaction(context.database, async (tx) => {
    const invitation = await openInvitation(tx, input.token, context.clock.now());
    if (!invitation) return refuse('invitation_unknown');
    const joined = await insertStaff(tx, context.clock, {
      ...prepared.value,
      roles: invitation.roles,
      invitedBy: invitation.invited_by ?? 'init',
    });
    if (!joined.ok) return joined;
    await tx
      .updateTable('staff_invitations')
      .set({ used_at: context.clock.now() })
      .where('token_hash', '=', tokenHash(input.token))
      .execute();
    return joined;
  });
}

/**
 * The invitation, locked, if it is still good: an invitation goes with the administrator who gave it,
 * for whoever is suspended must not come back by it. Two people with one token join one after the other.
 */
async function openInvitation(tx: Tx, token: string, now: Date) {
  const invitation = await tx
    .selectFrom('staff_invitations')
    .select(['roles', 'invited_by'])
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (!invitation) return null;
  const { invited_by: inviter } = invitation;
  const isGood = inviter === null ? !(await hasAdministrator(tx)) : await mayInvite(tx, inviter);
  return isGood ? invitation : null;
}

async function mayInvite(tx: Tx, staffId: string): Promise<boolean> {
  const member = await tx
    .selectFrom('staff')
    .select(['id', 'roles'])
    .where('id', '=', staffId)
    .where('suspension', 'is', null)
    .executeTakeFirst();
  return member ? permit({ kind: 'staff', ...member }, 'staff.invite').ok : false;
}
