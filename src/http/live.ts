import type { Context as HonoContext } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { permit, readSession } from '../access/index.ts';
import { type Claim, describeClaim, isClosed, readOwnClaim } from '../recovery/index.ts';
import { done, type Outcome, refuse, secondMs } from '../std/index.ts';
import { admit, type Door } from './admit.ts';
import { tokenOf } from './caller.ts';
import type { Desk } from './desk.ts';
import type { Language } from './language.ts';
import { languageOf, respondWithProblem } from './respond.ts';
import { presentClaim } from './routes/present-claim.ts';
import { storable } from './storable.ts';

const lookEveryMs = secondMs;
const heartbeatEveryMs = 15 * secondMs;
/** A stream is ended after this long; the reader comes back with the last id it saw. */
const streamMsMax = 15 * 60 * secondMs;
const streamsMax = 2_000;

let streams = 0;

/** How often a stream looks, and how long it may be quiet: tests are in a greater hurry. */
export interface Pace {
  readonly lookEveryMs: number;
  readonly heartbeatEveryMs: number;
}

const usualPace: Pace = { lookEveryMs, heartbeatEveryMs };

/**
 * A claim's changes as server-sent events. The event's id is the claim's version: whoever comes back
 * with `Last-Event-ID` hears only what is newer. The session is read again at every look, so that a
 * stream ends with it.
 */
export async function streamClaim(
  c: HonoContext,
  door: Door,
  pace: Pace = usualPace,
): Promise<Response> {
  const { desk } = door;
  const admitted = await admit(c, door, { guard: 'claim.read', limit: 'read' });
  if (!admitted.ok) return respondWithProblem(c, admitted);
  const number = storable(c.req.param('number') ?? '');
  const token = tokenOf(c, desk);
  const read = () => readFor(desk, token, number);
  const first = await read();
  if (!first.ok) return respondWithProblem(c, first);
  if (streams >= streamsMax) {
    return respondWithProblem(c, refuse('too_many_requests', { seconds: '30' }));
  }
  const lastSeen = Number.parseInt(c.req.header('last-event-id') ?? '0', 10) || 0;
  const language = languageOf(c);
  return streamSSE(c, async (stream) => {
    streams += 1;
    try {
      await follow(stream, { desk, read, language, lastSeen, pace });
    } finally {
      streams -= 1;
    }
  });
}

interface Following {
  readonly desk: Desk;
  readonly read: () => Promise<Outcome<Claim>>;
  readonly language: Language;
  readonly lastSeen: number;
  readonly pace: Pace;
}

async function follow(stream: SSEStreamingApi, following: Following): Promise<void> {
  const { desk, read, language, pace } = following;
  const endsAt = desk.clock.now().getTime() + streamMsMax;
  let seen = following.lastSeen;
  let quietMs = 0;
  while (!stream.aborted && desk.clock.now().getTime() < endsAt) {
    const claim = await read();
    if (!claim.ok) return;
    if (claim.value.version > seen) {
      seen = claim.value.version;
      const described = await describeClaim(await desk.signedIn(null, language), claim.value);
      const data = JSON.stringify(presentClaim(described, language));
      await stream.writeSSE({ event: 'claim', id: String(seen), data });
      quietMs = 0;
    }
    if (isClosed(claim.value.state)) return;
    if (quietMs >= pace.heartbeatEveryMs) {
      await stream.writeSSE({ event: 'alive', data: '' });
      quietMs = 0;
    }
    await stream.sleep(pace.lookEveryMs);
    quietMs += pace.lookEveryMs;
  }
}

async function readFor(
  desk: Desk,
  token: string | undefined,
  number: string,
): Promise<Outcome<Claim>> {
  // An open stream is nobody's hand on the keyboard: it does not keep the session from idling out.
  const session = token ? await readSession(desk, token, 'page') : refuse('not_signed_in');
  if (!session.ok) return session;
  const permitted = permit(session.value.actor, 'claim.read');
  if (!permitted.ok) return permitted;
  const claim = await readOwnClaim(desk.database, session.value, number);
  return claim ? done(claim) : refuse('claim_not_found', { number });
}
