import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { forgetAttempts } from './attempts.ts';
import { permit } from './permit.ts';

/** Lets somebody try to sign in again who was locked out after a hundred wrong answers in a row. */
export async function unlockSignIn(
  context: Pick<Context, 'database' | 'clock' | 'actor'>,
  input: { readonly staff: string },
): Promise<Outcome<void, 'not_permitted' | 'staff_unknown'>> {
  const permitted = permit(context.actor, 'staff.unlock');
  if (!permitted.ok) return permitted;
  return inTransaction(context.database, async (tx) => {
    const member = await tx
      .selectFrom('staff')
      .select('login')
      .where('id', '=', input.staff)
      .executeTakeFirst();
    if (!member) return refuse('staff_unknown');
    await forgetAttempts(tx, member.login);
    await record(tx, context, { action: 'staff.unlock', subject: input.staff });
    return done(undefined);
  });
}
