import type { Context as HonoContext } from 'hono';
import { streamSSE } from 'hono/streaming';
import { permit, readSession } from '../access/index.ts';
import { describeClaim, isClosed, readOwnClaim } from '../recovery/index.ts';
import { type Outcome, refuse, secondMs } from '../std/index.ts';
import type { Desk } from './desk.ts';
import { preferredLanguage } from './language.ts';
import { presentClaim } from './routes/present-claim.ts';

const lookEveryMs = secondMs;
const heartbeatEveryMs = 15 * secondMs;
/** A stream is ended after this long; the reader comes back with the last id it saw. */
const streamMsMax = 15 * 60 * secondMs;
const streamsMax = 2_000;

let streams = 0;

/**
 * A claim's changes as server-sent events. The event's id is the claim's version: whoever comes back
 * with `Last-Event-ID` hears only what is newer. The session is read again at every look, so that a
 * stream ends with it.
 */
export async function streamClaim(
  c: HonoContext,
  desk: Desk,
  token: string | undefined,
  refused: (refusal: Extract<Outcome<never>, { ok: false }>) => Response,
): Promise<Response> {
  const number = c.req.param('number') ?? '';
  const read = () => readFor(desk, token, number);
  const first = await read();
  if (!first.ok) return refused(first);
  if (streams >= streamsMax) return refused(refuse('too_many_requests', { seconds: '30' }));
  const language = preferredLanguage(c.req.header('accept-language'));
  const endsAt = desk.clock.now().getTime() + streamMsMax;
  let seen = Number.parseInt(c.req.header('last-event-id') ?? '0', 10) || 0;
  return streamSSE(c, async (stream) => {
    streams += 1;
    stream.onAbort(() => {});
    let quietMs = 0;
    try {
      while (!stream.aborted && desk.clock.now().getTime() < endsAt) {
        const claim = await read();
        if (!claim.ok) break;
        if (claim.value.version > seen) {
          const described = await describeClaim(desk.database, claim.value);
          const data = JSON.stringify(presentClaim(described, language));
          seen = claim.value.version;
          await stream.writeSSE({ event: 'claim', id: String(seen), data });
          quietMs = 0;
        }
        if (isClosed(claim.value.state)) break;
        if (quietMs >= heartbeatEveryMs) {
          await stream.writeSSE({ event: 'alive', data: '' });
          quietMs = 0;
        }
        await stream.sleep(lookEveryMs);
        quietMs += lookEveryMs;
      }
    } finally {
      streams -= 1;
    }
  });
}

async function readFor(desk: Desk, token: string | undefined, number: string) {
  const session = token ? await readSession(desk, token) : refuse('not_signed_in');
  if (!session.ok) return session;
  const permitted = permit(session.value.actor, 'claim.read');
  if (!permitted.ok) return permitted;
  const claim = await readOwnClaim(desk.database, session.value, number);
  return claim ? { ok: true as const, value: claim } : refuse('claim_not_found', { number });
}
