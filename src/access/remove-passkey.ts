import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { permit } from './permit.ts';
import { requireFresh } from './require-fresh.ts';
import type { Session } from './session.ts';

/** Why a passkey stays. */
export type PasskeyRemovalRefusal =
  | 'not_permitted'
  | 'factor_not_fresh'
  | 'passkey_unknown'
  | 'passkey_is_only_way_in';

/**
 * Takes a passkey off one's own account: it opens nothing from now on. The signer's policy is not
 * ours to change: until its keepers take the key out, it can still approve. Whoever has no password
 * keeps one passkey.
 */
export async function removePasskey(
  context: Pick<Context, 'database' | 'clock'>,
  session: Session,
  input: { readonly id: string },
): Promise<Outcome<void, PasskeyRemovalRefusal>> {
  const { actor } = session;
  const permitted = permit(actor, 'factor.add');
  if (!permitted.ok) return permitted;
  const fresh = requireFresh(session, context.clock);
  if (!fresh.ok) return fresh;
  return inTransaction(context.database, async (tx) => {
    const member = await tx
      .selectFrom('staff')
      .select('password_hash')
      .where('id', '=', actor.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const own = await tx
      .selectFrom('passkeys')
      .select('credential_id')
      .where('staff_id', '=', actor.id)
      .execute();
    if (!own.some((one) => one.credential_id === input.id)) return refuse('passkey_unknown');
    if (own.length === 1 && member.password_hash === null) return refuse('passkey_is_only_way_in');
    await tx.deleteFrom('passkeys').where('credential_id', '=', input.id).execute();
    await record(
      tx,
      { actor, clock: context.clock },
      { action: 'factor.remove', subject: actor.id, details: { passkey: input.id } },
    );
    return done(undefined);
  });
}
