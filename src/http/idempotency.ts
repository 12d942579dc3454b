import { createHash } from 'node:crypto';
import type { Database } from '../db/index.ts';
import { type Clock, done, later, type Outcome, refuse, secondMs, sleep } from '../std/index.ts';

/** A request that carries a key. */
export interface KeyedRequest {
  readonly principal: string;
  readonly key: string;
  readonly operation: string;
  /** What is asked for, as the schemas read it: spaces and the order of fields make no difference. */
  readonly asked: unknown;
}

/** Why a request with a key was not done. */
export type IdempotencyCode =
  | 'idempotency_key_malformed'
  | 'idempotency_key_reused'
  | 'still_in_progress';

interface Context {
  readonly database: Database;
  readonly clock: Clock;
}

/** As much as a UUID, a hash or a ULID takes, several times over; one line of visible characters. */
const keyShape = /^[\x21-\x7e]{1,200}$/;
/** Whoever works on a request says so this often … */
const renewEveryMs = secondMs;
/** … and is taken for dead when nothing was heard for so long: the next who asks does the work. */
export const leaseMs = 5 * secondMs;
/** Others with the same key wait this long for the answer before they are told to come back. */
const waitMsMax = 10 * secondMs;
const lookEveryMs = secondMs / 5;

/**
 * Runs `work` once for one principal's key, and gives its answer again when the key comes again.
 * Another operation or body under the same key is refused. Only what succeeded is kept: a refusal did
 * nothing, and may be mended under the same key. Keys never expire.
 *
 * When the process died in the middle the work runs again: each command is safe to repeat by itself.
 */
export async function onceForKey(
  context: Context,
  request: KeyedRequest,
  work: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  if (!keyShape.test(request.key)) return refuse('idempotency_key_malformed');
  return await onceForHash(context, { ...request, key: sha256(request.key) }, work);
}

async function onceForHash(
  context: Context,
  request: KeyedRequest,
  work: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  for (let waitedMs = 0; waitedMs <= waitMsMax; waitedMs += lookEveryMs) {
    if (await take(context, request)) return await runAndKeep(context, request, work);
    const row = await rowOf(context.database, request);
    if (row && !isSameRequest(row, request)) return refuse('idempotency_key_reused');
    if (row?.status != null) return done(row.answer);
    // Without a row the other one was refused, and this one may try.
    if (row) await sleep(lookEveryMs);
  }
  return refuse('still_in_progress', { seconds: String(leaseMs / secondMs) });
}

/** Makes the request this caller's to do: it is new, or whoever did it is dead. */
async function take({ database, clock }: Context, request: KeyedRequest): Promise<boolean> {
  const now = clock.now();
  const { principal, key, operation } = request;
  const taken = await database
    .insertInto('idempotent_answers')
    .values({ principal, key, operation, body_hash: hashOf(request), at: now })
    .onConflict((on) =>
      on
        .columns(['principal', 'key'])
        .doUpdateSet({ at: now })
        .where('idempotent_answers.status', 'is', null)
        .where('idempotent_answers.at', '<', later(now, -leaseMs))
        .where('idempotent_answers.operation', '=', operation)
        .where('idempotent_answers.body_hash', '=', hashOf(request)),
    )
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

async function runAndKeep(
  context: Context,
  request: KeyedRequest,
  work: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const { database, clock } = context;
  const renewing = setInterval(() => {
    // A lease that could not be renewed is at worst work done twice, which is harmless.
    note(database, request, { at: clock.now() }).catch(() => {});
  }, renewEveryMs);
  let outcome: Outcome<unknown> | undefined;
  try {
    outcome = await work();
    return outcome;
  } finally {
    clearInterval(renewing);
    if (outcome?.ok) {
      await note(database, request, { status: 200, answer: JSON.stringify(outcome.value) });
    } else await forget(database, request);
  }
}

async function note(
  database: Database,
  { principal, key }: KeyedRequest,
  change: { readonly at: Date } | { readonly status: number; readonly answer: string },
): Promise<void> {
  await database
    .updateTable('idempotent_answers')
    .set(change)
    .where('principal', '=', principal)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute();
}

async function forget(database: Database, { principal, key }: KeyedRequest): Promise<void> {
  await database
    .deleteFrom('idempotent_answers')
    .where('principal', '=', principal)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute();
}

function rowOf(database: Database, { principal, key }: KeyedRequest) {
  return database
    .selectFrom('idempotent_answers')
    .selectAll()
    .where('principal', '=', principal)
    .where('key', '=', key)
    .executeTakeFirst();
}

function isSameRequest(
  row: { readonly operation: string; readonly body_hash: string },
  request: KeyedRequest,
): boolean {
  return row.operation === request.operation && row.body_hash === hashOf(request);
}

function hashOf({ asked }: KeyedRequest): string {
  return sha256(JSON.stringify(asked));
}

/** Only hashes are kept, of the key too: strangers write both, and may paste what nobody may store. */
function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
