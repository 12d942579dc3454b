import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../db/index.ts';
import { type Clock, done, later, minuteMs, type Outcome, refuse, secondMs } from '../std/index.ts';

/** So many wrong answers in a row cost no waiting: people mistype. */
const freeFailures = 5;
const waitMsMax = 15 * minuteMs;
/** NIST SP 800-63B-4 §3.2.2: then only a person can open it again. */
const failuresMax = 100;

/**
 * Counts an attempt as failed before it is made, so that a thousand at once are a thousand. Call
 * `forgetAttempts` when it succeeds. Counted by login whether or not anybody has it.
 */
export async function beginAttempt(
  database: Database,
  clock: Clock,
  login: string,
): Promise<Outcome<void, 'sign_in_paused' | 'sign_in_locked'>> {
  const now = clock.now();
  const hash = loginHash(login);
  const counted = await database
    .insertInto('sign_in_attempts')
    .values({ login_hash: hash, failed_in_a_row: 1, next_at: now })
    .onConflict((conflict) =>
      conflict
        .column('login_hash')
        .doUpdateSet({
          failed_in_a_row: sql<number>`sign_in_attempts.failed_in_a_row + 1`,
          next_at: sql<Date>`${now}::timestamptz + make_interval(secs =>
            ${waitSeconds(sql`sign_in_attempts.failed_in_a_row + 1`)})`,
        })
        .where('sign_in_attempts.next_at', '<=', now)
        .where('sign_in_attempts.failed_in_a_row', '<', failuresMax),
    )
    .returning('failed_in_a_row')
    .executeTakeFirst();
  if (counted) return done(undefined);
  const row = await database
    .selectFrom('sign_in_attempts')
    .select(['failed_in_a_row', 'next_at'])
    .where('login_hash', '=', hash)
    .executeTakeFirst();
  if (row && row.failed_in_a_row >= failuresMax) return refuse('sign_in_locked');
  const until = row?.next_at ?? later(now, secondMs);
  return refuse('sign_in_paused', { until: until.toISOString() });
}

/** The next attempt starts from nothing: after a success, or when an administrator says so. */
export async function forgetAttempts(database: Database | Tx, login: string): Promise<void> {
  await database
    .deleteFrom('sign_in_attempts')
    .where('login_hash', '=', loginHash(login))
    .execute();
}

/** One login per person, however it is typed. */
export function normalLogin(login: string): string {
  return login.slice(0, 400).normalize('NFKC').trim().toLowerCase();
}

function loginHash(login: string): string {
  return createHash('sha256').update(login).digest('hex');
}

/** 1, 2, 4, … seconds after the free ones, up to a quarter of an hour. */
function waitSeconds(failures: ReturnType<typeof sql>) {
  return sql`case when ${failures} <= ${sql.lit(freeFailures)} then 0
    else least(${sql.lit(waitMsMax / secondMs)}, power(2, least(${failures} - ${sql.lit(freeFailures + 1)}, 20))) end`;
}
