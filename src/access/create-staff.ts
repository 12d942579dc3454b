import { type Actor, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { type Branded, type Clock, done, newId, type Outcome, refuse } from '../std/index.ts';
import { normalLogin } from './attempts.ts';
import type { AccessContext } from './context.ts';
import { newOneTimeSecret, type OneTimeEnrolment, sealOneTimeSecret } from './one-time-code.ts';
import { hashPassword, type PasswordRefusal } from './password.ts';
import { permit } from './permit.ts';
import { isStaffRole, type StaffRole } from './roles.ts';

/** A member of staff: the id that actors, approvals and the audit record carry. */
export type StaffId = Branded<string, 'StaffId'>;

/** What somebody says of themselves when they join. */
export interface NewStaff {
  /** What they sign in with, such as a work address. Upper and lower case are the same. */
  readonly login: string;
  readonly name: string;
  readonly password: string;
  /** Base32; left out, a random one is made. The demo sets it, so that a script can sign in. */
  readonly oneTimeSecret?: string;
}

/** `oneTime` is shown to them once. */
export interface CreatedStaff {
  readonly id: StaffId;
  readonly oneTime: OneTimeEnrolment;
}

/** Why an account was not made. */
export type StaffRefusal = 'login_taken' | 'login_malformed' | PasswordRefusal;

/** Makes a member of staff outright. For the demo and set-up scripts: people are invited instead. */
export async function createStaff(
  context: AccessContext & { readonly actor: Actor },
  input: NewStaff & { readonly roles: readonly StaffRole[] },
): Promise<Outcome<CreatedStaff, StaffRefusal | 'not_permitted'>> {
  const permitted = permit(context.actor, 'staff.create');
  if (!permitted.ok) return permitted;
  const prepared = await prepareStaff(context, input);
  if (!prepared.ok) return prepared;
  const { oneTime, ...member } = prepared.value;
  return inTransaction(context.database, async (tx) => {
    const { roles } = input;
    const written = await insertStaff(tx, context.clock, {
      ...{ ...member, roles, invitedBy: context.actor.id },
    });
    return written.ok ? done({ ...written.value, oneTime }) : written;
  });
}

/** Who has just become staff. */
export interface JoinedStaff {
  readonly id: StaffId;
  readonly roles: readonly StaffRole[];
}

/** An account that is ready to be written: everything slow or refusable has been done. */
export interface PreparedStaff extends CreatedStaff {
  readonly login: string;
  readonly name: string;
  /** Null for whoever comes in by passkey alone. */
  readonly passwordHash: string | null;
  readonly oneTimeSecretSealed: string | null;
}

/** Checks what was said, and does the slow part: hashing and sealing. */
export async function prepareStaff(
  { accessKey }: Pick<AccessContext, 'accessKey'>,
  input: NewStaff,
): Promise<Outcome<PreparedStaff, Exclude<StaffRefusal, 'login_taken'>>> {
  const named = nameNewStaff(input);
  if (!named.ok) return named;
  const { login } = named.value;
  const password = await hashPassword(input.password);
  if (!password.ok) return password;
  const id = newId<StaffId>();
  const oneTime = newOneTimeSecret(login, input.oneTimeSecret);
  return done({
    ...{ ...named.value, id, oneTime },
    passwordHash: password.value,
    oneTimeSecretSealed: sealOneTimeSecret(accessKey, id, oneTime.secret),
  });
}

/** Login and name of somebody who joins, as they are kept. */
export function nameNewStaff(
  input: Pick<NewStaff, 'login' | 'name'>,
): Outcome<{ readonly login: string; readonly name: string }, 'login_malformed'> {
  const login = normalLogin(input.login);
  if (!/^[^\s/]{3,200}$/u.test(login)) return refuse('login_malformed');
  return done({ login, name: input.name.trim().slice(0, 200) });
}

/** Writes a prepared account with its roles, in the caller’s transaction. */
export async function insertStaff(
  tx: Tx,
  clock: Clock,
  member: Omit<PreparedStaff, 'oneTime'> & {
    readonly roles: readonly string[];
    readonly invitedBy: string;
  },
): Promise<Outcome<JoinedStaff, 'login_taken'>> {
  const roles = member.roles.filter(isStaffRole);
  const inserted = await tx
    .insertInto('staff')
    .values({
      id: member.id,
      login: member.login,
      name: member.name,
      roles,
      password_hash: member.passwordHash,
      one_time_secret_sealed: member.oneTimeSecretSealed,
      invited_by: member.invitedBy,
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return refuse('login_taken');
  const actor = { kind: 'staff', id: member.id, roles } as const;
  await record(
    tx,
    { actor, clock },
    { action: 'staff.join', subject: member.id, details: { roles, invitedBy: member.invitedBy } },
  );
  return done({ id: member.id, roles });
}
