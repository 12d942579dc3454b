import { inTransaction, type Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { AccessContext } from './context.ts';
import {
  type CreatedStaff,
  insertStaff,
  type JoinedStaff,
  type NewStaff,
  type PreparedStaff,
  prepareStaff,
  type StaffRefusal,
} from './create-staff.ts';
import { openInvitation, spendInvitation } from './open-invitation.ts';

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
  const { oneTime, ...member } = prepared.value;
  return inTransaction(context.database, async (tx) => {
    const joined = await joinByInvitation(tx, context, input.token, member);
    return joined.ok ? done({ ...joined.value, oneTime }) : joined;
  });
}

/** Writes the account that an invitation allows, and uses the invitation up. */
export async function joinByInvitation(
  tx: Tx,
  { clock }: Pick<AccessContext, 'clock'>,
  token: string,
  member: Omit<PreparedStaff, 'oneTime'>,
): Promise<Outcome<JoinedStaff, 'login_taken' | 'invitation_unknown'>> {
  const invitation = await openInvitation(tx, token, clock.now());
  if (!invitation) return refuse('invitation_unknown');
  const { roles, invited_by: inviter } = invitation;
  const joined = await insertStaff(tx, clock, { ...member, roles, invitedBy: inviter ?? 'init' });
  if (joined.ok) await spendInvitation(tx, token, clock.now());
  return joined;
}
