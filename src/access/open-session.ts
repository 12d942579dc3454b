import type { Database, Tx } from '../db/index.ts';
import { type Clock, randomHex } from '../std/index.ts';
import { type Factor, type Session, type SessionToken, sessionEnds, tokenHash } from './session.ts';

/** A session, and the token that opens it: handed to its holder, and kept nowhere. */
export interface OpenedSession {
  readonly token: SessionToken;
  readonly session: Session;
}

const tokenBytes = 32;

/** Starts a session for somebody who has just shown a factor. */
export async function openSession(
  database: Database | Tx,
  clock: Clock,
  input: {
    readonly actor: Session['actor'];
    readonly factor: Factor;
    /** When the factor was shown; left out: now. */
    readonly freshAt?: Date;
  },
): Promise<OpenedSession> {
  const token = randomHex(tokenBytes) as SessionToken;
  const now = clock.now();
  const freshAt = input.freshAt ?? now;
  await database
    .insertInto('sessions')
    .values({
      token_hash: tokenHash(token),
      staff_id: input.actor.kind === 'staff' ? input.actor.id : null,
      customer_id: input.actor.kind === 'customer' ? input.actor.id : null,
      factor: input.factor,
      started_at: now,
      fresh_at: freshAt,
      last_seen_at: now,
    })
    .execute();
  return {
    token,
    session: {
      id: tokenHash(token),
      actor: input.actor,
      factor: input.factor,
      startedAt: now,
      freshAt,
      ...sessionEnds(input.actor, { startedAt: now, lastSeenAt: now }),
    },
  };
}
