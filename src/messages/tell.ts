import type { Context } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { type Branded, invariant, newId, toStoredJson } from '../std/index.ts';
import type { NewMessage } from './message.ts';

const factsLengthMax = 20_000;

/**
 * Stores a message in the caller's transaction: it is sent if, and only if, what it tells of is
 * committed. Returns false when it was told before.
 */
export async function tell(
  tx: Tx,
  context: Pick<Context, 'clock'>,
  message: NewMessage,
): Promise<boolean> {
  const facts = toStoredJson(message.facts);
  invariant(facts.length <= factsLengthMax, 'the facts of a message are short');
  invariant(message.caseNumber !== '', 'a message names its case');
  const now = context.clock.now();
  const written = await tx
    .insertInto('messages')
    .values({
      id: newId<Branded<string, 'MessageId'>>(),
      dedupe_key: message.dedupeKey,
      case_number: message.caseNumber,
      customer_id: message.customer,
      kind: message.kind,
      facts,
      turn: message.turn.who,
      turn_until: message.turn.who === 'nobody' ? null : message.turn.until,
      state: 'waiting',
      next_attempt_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
