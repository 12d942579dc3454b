import { record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { beginAttempt, forgetAttempts, normalLogin } from './attempts.ts';
import type { AccessContext } from './context.ts';
import { stepOfCode } from './one-time-code.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { isPassword } from './password.ts';

/** Says neither which part was wrong nor whether anybody has the login. */
export type SignInRefusal = 'sign_in_refused' | 'sign_in_paused' | 'sign_in_locked';

/**
 * Signs a member of staff in by password and one-time code. Both are always checked, and an unknown
 * login costs the same work as a known one.
 */
export async function signIn(
  context: AccessContext,
  input: { readonly login: string; readonly password: string; readonly code: string },
): Promise<Outcome<OpenedSession, SignInRefusal>> {
  const { database, clock, accessKey } = context;
  const login = normalLogin(input.login);
  const attempt = await beginAttempt(database, clock, login);
  if (!attempt.ok) return attempt;
  const member = await database
    .selectFrom('staff')
    .selectAll()
    .where('login', '=', login)
    .executeTakeFirst();
  const knows = await isPassword(input.password, member?.password_hash ?? null);
  const step = stepOfCode(accessKey, member ?? null, input.code, clock.now());
  const opened = await inTransaction(database, async (tx) => {
    if (!member || !knows || member.suspension || step === null) return null;
    if (!(await spendStep(tx, member.id, step))) return null;
    const actor = { kind: 'staff', id: member.id, roles: member.roles } as const;
    const session = await openSession(tx, clock, { actor, factor: 'password_and_code' });
    await record(
      tx,
      { actor, clock },
      {
        action: 'session.start',
        subject: session.session.id,
        details: { factor: 'password_and_code' },
      },
    );
    return session;
  });
  if (!opened) {
    await noteRefusal(context, member?.id ?? 'nobody');
    return refuse('sign_in_refused');
  }
  await forgetAttempts(database, login);
  return done(opened);
}

/** Uses a code's time step up. False when it, or a later one, was used before. */
export async function spendStep(tx: Tx, staffId: string, step: bigint): Promise<boolean> {
  const used = await tx
    .updateTable('staff')
    .set({ one_time_last_step: step })
    .where('id', '=', staffId)
    .where('one_time_last_step', '<', step)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

async function noteRefusal({ database, clock }: AccessContext, subject: string): Promise<void> {
  await inTransaction(database, (tx) =>
    record(
      tx,
      { actor: { kind: 'system', id: 'access' }, clock },
      { action: 'session.refuse', subject },
    ),
  );
}
