import { record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { beginAttempt, forgetAttempts } from './attempts.ts';
import type { AccessContext } from './context.ts';
import { stepOfCode } from './one-time-code.ts';
import type { Session } from './session.ts';
import { type SignInRefusal, spendStep } from './sign-in.ts';

/** Shows a one-time code again, which makes the session fresh for five minutes. */
export async function showCode(
  context: AccessContext,
  session: Session,
  input: { readonly code: string },
): Promise<Outcome<Session, SignInRefusal>> {
  const { database, clock, accessKey } = context;
  const member = await database
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', session.actor.id)
    .executeTakeFirst();
  if (session.actor.kind !== 'staff' || !member) return refuse('sign_in_refused');
  const attempt = await beginAttempt(database, clock, member.login);
  if (!attempt.ok) return attempt;
  const step = stepOfCode(accessKey, member, input.code, clock.now());
  const freshAt = clock.now();
  const shown = await inTransaction(database, async (tx) => {
    if (step === null || !(await spendStep(tx, member.id, step))) return false;
    await tx
      .updateTable('sessions')
      .set({ fresh_at: freshAt, factor: 'code' })
      .where('token_hash', '=', session.id)
      .execute();
    await record(
      tx,
      { actor: session.actor, clock },
      { action: 'session.refresh', subject: session.id, details: { factor: 'code' } },
    );
    return true;
  });
  if (!shown) return refuse('sign_in_refused');
  await forgetAttempts(database, member.login);
  return done({ ...session, freshAt, factor: 'code' });
}
