import type { Tx } from '../db/index.ts';
import { type Json, newId } from '../std/index.ts';
import type { Context } from './context.ts';

/**
 * Writes who did what to which subject, in the caller's transaction. `action` is the command's name
 * (`recovery.choose`); `details` never hold a secret or personal data in the clear.
 */
export async function record(
  tx: Tx,
  context: Pick<Context, 'actor' | 'clock'>,
  entry: {
    readonly action: string;
    readonly subject: string;
    readonly details?: { readonly [key: string]: Json };
  },
): Promise<void> {
  await tx
    .insertInto('audit_entries')
    .values({
      id: newId() as string,
      at: context.clock.now(),
      actor_kind: context.actor.kind,
      actor_id: context.actor.id,
      action: entry.action,
      subject: entry.subject,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}
