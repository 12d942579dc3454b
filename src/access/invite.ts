import { sql } from 'kysely';
import { type Actor, type Context, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { type Clock, dayMs, done, later, type Outcome, randomHex, refuse } from '../std/index.ts';
import { permit } from './permit.ts';
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

/** Invites somebody to join the staff with these roles. */
export async function invite(
  context: Pick<Context, 'database' | 'clock' | 'actor'>,
  input: { readonly roles: readonly StaffRole[] },
): Promise<Outcome<Invitation, 'not_permitted' | 'role_missing'>> {
  const permitted = permit(context.actor, 'staff.invite');
  if (!permitted.ok) return permitted;
  if (input.roles.length === 0) return refuse('role_missing');
  return inTransaction(context.database, async (tx) =>
    done(await writeInvitation(tx, context, { roles: input.roles, invitedBy: context.actor.id })),
  );
}

/**
 * The token that lets the first administrator in: for `kaeru init`, which has no one to ask. Replaces
 * an earlier one that was not used. Refused once there is an administrator.
 */
export async function inviteFirstAdministrator(
  context: Pick<Context, 'database' | 'clock'>,
): Promise<Outcome<Invitation, 'administrator_exists'>> {
  const actor: Actor = { kind: 'system', id: 'init' };
  return inTransaction(context.database, async (tx) => {
    if (await hasAdministrator(tx)) return refuse('administrator_exists');
    await tx.deleteFrom('staff_invitations').where('invited_by', 'is', null).execute();
    const roles: StaffRole[] = ['administrator'];
    return done(await writeInvitation(tx, { ...context, actor }, { roles, invitedBy: null }));
  });
}

/** Whether anybody who may still sign in can invite the others. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('staff')
    .select('id')
    .where(sql<boolean>`'administrator' = any (roles)`)
    .where('suspension', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function writeInvitation(
  tx: Tx,
  context: { readonly actor: Actor; readonly clock: Clock },
  input: { readonly roles: readonly StaffRole[]; readonly invitedBy: string | null },
): Promise<Invitation> {
  const token = randomHex(tokenBytes);
  const expiresAt = later(context.clock.now(), invitationMs);
  await tx
    .insertInto('staff_invitations')
    .values({
      token_hash: tokenHash(token),
      roles: [...input.roles],
      invited_by: input.invitedBy,
      expires_at: expiresAt,
    })
    .execute();
  await record(tx, context, {
    action: 'staff.invite',
    subject: tokenHash(token),
    details: { roles: input.roles },
  });
  return { token, expiresAt };
}
