import type { Context } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { administrators } from './administrators.ts';
import { lacksAdministrators } from './invite.ts';
import { isStaffRole, type StaffRole } from './roles.ts';
import { tokenHash } from './session.ts';

/** What an invitation says to whoever holds it. */
export interface ReadInvitation {
  readonly name: string | null;
  readonly roles: readonly StaffRole[];
  readonly expiresAt: Date;
}

/** Reads an invitation by its token, and uses nothing up. */
export async function readInvitation(
  context: Pick<Context, 'database' | 'clock'>,
  token: string,
): Promise<Outcome<ReadInvitation, 'invitation_unknown'>> {
  const found = await context.database
    .transaction()
    .execute((tx) => openInvitation(tx, token, context.clock.now()));
  if (!found) return refuse('invitation_unknown');
  const { name, roles, expires_at: expiresAt } = found;
  return done({ name, roles: roles.filter(isStaffRole), expiresAt });
}

/**
 * The invitation, locked, if it is still good: an invitation goes with the administrators who gave it,
 * for whoever is suspended must not come back by it. Two people with one token join one after the other.
 */
export async function openInvitation(tx: Tx, token: string, now: Date) {
  const invitation = await tx
    .selectFrom('staff_invitations')
    .select(['name', 'roles', 'invited_by', 'approved_by', 'expires_at'])
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (!invitation) return null;
  const { invited_by: inviter, approved_by: approver } = invitation;
  const isGood =
    inviter === null ? await lacksAdministrators(tx) : await areBoth(tx, inviter, approver);
  return isGood ? invitation : null;
}

async function areBoth(tx: Tx, inviter: string, approver: string | null): Promise<boolean> {
  const now = await administrators(tx);
  return approver !== null && now.includes(inviter) && now.includes(approver);
}

/** Uses an invitation up, in the transaction of whoever joins by it. */
export async function spendInvitation(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .updateTable('staff_invitations')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash(token))
    .execute();
}
