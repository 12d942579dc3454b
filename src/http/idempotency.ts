import { createHash } from 'node:crypto';
import type { Database } from '../db/index.ts';
import type { Clock } from '../std/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';

/** An answer that was given, to be given again. */
export interface GivenAnswer {
  readonly status: number;
  readonly answer: unknown;
}

interface KeyedRequest {
  readonly principal: string;
  readonly key: string;
  readonly operation: string;
  readonly body: string;
}

const keyCharactersMax = 200;

/**
 * Runs `work` once for one principal's Idempotency-Key and gives its answer again when the key comes
 * again. Another operation or body under the same key is refused. Keys never expire. When the process
 * died in the middle the work runs again: each command is safe to repeat by itself.
 */
export async function onceForKey(
  database: Database,
  clock: Clock,
  request: KeyedRequest,
  work: () => Promise<GivenAnswer>,
): Promise<Outcome<GivenAnswer, 'idempotency_key_reused'>> {
  const key = request.key.slice(0, keyCharactersMax);
  const { principal, operation } = request;
  const bodyHash = createHash('sha256').update(request.body).digest('hex');
  await database
    .insertInto('idempotent_answers')
    .values({ principal, key, operation, body_hash: bodyHash, at: clock.now() })
    .onConflict((on) => on.columns(['principal', 'key']).doNothing())
    .execute();
  const row = await database
    .selectFrom('idempotent_answers')
    .selectAll()
    .where('principal', '=', principal)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (row.operation !== operation || row.body_hash !== bodyHash) {
    return refuse('idempotency_key_reused');
  }
  if (row.status !== null) return done({ status: row.status, answer: row.answer });
  const given = await work();
  // A refusal that may pass is not kept: asking again later may bring another answer.
  if (given.status >= 500 || given.status === 429) return done(given);
  await database
    .updateTable('idempotent_answers')
    .set({ status: given.status, answer: JSON.stringify(given.answer) })
    .where('principal', '=', principal)
    .where('key', '=', key)
    .execute();
  return done(given);
}
