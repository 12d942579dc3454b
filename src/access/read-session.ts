import type { Context } from '../audit/index.ts';
import { done, invariant, minuteMs, type Outcome, refuse } from '../std/index.ts';
import { type Factor, type Session, sessionEnds, tokenHash } from './session.ts';

/** A session's last use is noted no more often than this: reading a page need not write. */
const noteEveryMs = minuteMs / 2;

/**
 * Whose session a token opens, with the roles that they hold now. Notes the use, which moves the idle
 * limit, unless nobody is there to use it: `by` is `page` for a page or a stream that asks again by
 * itself. A suspended member of staff has no session.
 */
export async function readSession(
  context: Pick<Context, 'database' | 'clock'>,
  token: string,
  by: 'person' | 'page' = 'person',
): Promise<Outcome<Session, 'not_signed_in' | 'session_expired'>> {
  const { database, clock } = context;
  const id = tokenHash(token);
  const row = await database
    .selectFrom('sessions')
    .leftJoin('staff', 'staff.id', 'sessions.staff_id')
    .selectAll('sessions')
    .select(['staff.roles', 'staff.suspension'])
    .where('token_hash', '=', id)
    .executeTakeFirst();
  if (!row || row.ended_at !== null || row.suspension) return refuse('not_signed_in');
  const actor = actorOf(row);
  const now = clock.now();
  const times = { startedAt: row.started_at, lastSeenAt: row.last_seen_at };
  const ends = sessionEnds(actor, times);
  if (ends.idleUntil <= now || ends.endsAt <= now) return refuse('session_expired');
  const noted = by === 'page' ? row.last_seen_at : now;
  if (noted.getTime() - row.last_seen_at.getTime() >= noteEveryMs) {
    await database
      .updateTable('sessions')
      .set({ last_seen_at: now })
      .where('token_hash', '=', id)
      .where('last_seen_at', '<', now)
      .execute();
  }
  return done({
    id,
    actor,
    factor: row.factor as Factor,
    startedAt: row.started_at,
    freshAt: row.fresh_at,
    ...sessionEnds(actor, { ...times, lastSeenAt: noted }),
  });
}

function actorOf(row: {
  readonly staff_id: string | null;
  readonly customer_id: string | null;
  readonly roles: string[] | null;
}): Session['actor'] {
  if (row.staff_id !== null) return { kind: 'staff', id: row.staff_id, roles: row.roles ?? [] };
  invariant(row.customer_id !== null, 'a session is of staff or of a customer');
  return { kind: 'customer', id: row.customer_id };
}
