import type { Context as HonoContext } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { permit, readSession } from '../access/index.ts';
import {
  ChangesHeard,
  caseMark,
  newestChange,
  seeGone,
  seeHere,
  whoIsHere,
} from '../desk/index.ts';
import { done, type Outcome, refuse, secondMs } from '../std/index.ts';
import { type App, admit, type Door } from './admit.ts';
import { tokenOf } from './caller.ts';
import type { Desk } from './desk.ts';
import type { Pace } from './live.ts';
import { respondWithProblem } from './respond.ts';
import { storable } from './storable.ts';

const usualPace: Pace = { lookEveryMs: secondMs, heartbeatEveryMs: 15 * secondMs };
/** A stream is ended after this long; the reader comes back with the last id it saw. */
const streamMsMax = 15 * 60 * secondMs;
const streamsMax = 500;
/** A reader is seen again this often: a third of the time after which they count as gone. */
const seenEveryMs = 5 * secondMs;

let streams = 0;

/** What the desk's screens listen to. */
export function mountDeskStreams(app: App, door: Door): void {
  app.get('/v1/desk/events', (c) => streamWorklist(c, door));
  app.get('/v1/desk/cases/:number/events', (c) => streamCase(c, door));
}

/**
 * Every case that changes: `change` with its number and version. Whoever comes back with
 * `Last-Event-ID` (or `?after=`) hears what they have missed; else what changes from now on.
 */
export async function streamWorklist(
  c: HonoContext,
  door: Door,
  pace: Pace = usualPace,
): Promise<Response> {
  const { desk } = door;
  return await stream(c, door, pace, async (staff, tell) => {
    const given = lastIdOf(c);
    const last = /^\d{1,18}$/.test(given) ? BigInt(given) : await newestChange(desk.database);
    const heard = new ChangesHeard(last);
    return {
      staff,
      look: async () => {
        for (const { id, number, version } of await heard.next(desk.database, desk.clock.now())) {
          await tell('change', id.toString(), { number, version });
        }
      },
      end: async () => {},
    };
  });
}

/**
 * One case: `case` with its version whenever anything of it has changed, and `presence` with who else
 * has it open. Whoever listens is seen to have it open, which is not an act: nothing is recorded.
 */
export async function streamCase(
  c: HonoContext,
  door: Door,
  pace: Pace = usualPace,
): Promise<Response> {
  const { database, clock } = door.desk;
  const number = storable(c.req.param('number') ?? '');
  return await stream(c, door, pace, async (staff, tell) => {
    const first = await caseMark(database, number);
    if (!first) return refuse('claim_not_found', { number });
    let mark = lastIdOf(c);
    let here = '';
    let seenAt = 0;
    return {
      staff,
      look: async () => {
        const now = clock.now();
        if (Math.abs(now.getTime() - seenAt) >= seenEveryMs) {
          await seeHere(database, now, { number, staff });
          seenAt = now.getTime();
        }
        const present = await whoIsHere(database, now, { number, but: staff });
        if (JSON.stringify(present) !== here) {
          here = JSON.stringify(present);
          await tell('presence', null, { here: present });
        }
        const shown = await caseMark(database, number);
        if (!shown || shown.mark === mark) return;
        mark = shown.mark;
        await tell('case', mark, { number, version: shown.version });
      },
      end: () => seeGone(database, { number, staff }),
    };
  });
}

type Tell = (event: string, id: string | null, data: object) => Promise<void>;

interface Listener {
  readonly staff: string;
  /** Tells what is new. */
  look(): Promise<void>;
  end(): Promise<void>;
}

/** Opens a stream for a member of staff, and looks until it ends: with them, or with their session. */
async function stream(
  c: HonoContext,
  door: Door,
  pace: Pace,
  open: (staff: string, tell: Tell) => Promise<Listener | ReturnType<typeof refuse>>,
): Promise<Response> {
  const admitted = await admit(c, door, { guard: 'case.read', limit: 'read' });
  if (!admitted.ok) return respondWithProblem(c, admitted);
  if (streams >= streamsMax) {
    return respondWithProblem(c, refuse('too_many_requests', { seconds: '30' }));
  }
  const { desk } = door;
  const token = tokenOf(c, desk);
  let out: SSEStreamingApi | null = null;
  let quietMs = 0;
  const tell: Tell = async (event, id, data) => {
    quietMs = 0;
    const said = { event, data: JSON.stringify(data) };
    await out?.writeSSE(id === null ? said : { ...said, id });
  };
  const listener = await open(admitted.value.session?.actor.id ?? '', tell);
  if ('ok' in listener) return respondWithProblem(c, listener);
  return streamSSE(c, async (opened) => {
    out = opened;
    streams += 1;
    const endsAt = desk.clock.now().getTime() + streamMsMax;
    try {
      while (!opened.aborted && desk.clock.now().getTime() < endsAt) {
        if (!(await isStillStaff(desk, token)).ok) return;
        await listener.look();
        if (quietMs >= pace.heartbeatEveryMs) await tell('alive', null, {});
        await opened.sleep(pace.lookEveryMs);
        quietMs += pace.lookEveryMs;
      }
    } finally {
      streams -= 1;
      await listener.end();
    }
  });
}

/** An open stream is nobody's hand on the keyboard: it does not keep the session from idling out. */
async function isStillStaff(desk: Desk, token: string | undefined): Promise<Outcome<void>> {
  const session = token ? await readSession(desk, token, 'page') : refuse('not_signed_in');
  if (!session.ok) return session;
  const permitted = permit(session.value.actor, 'case.read');
  return permitted.ok ? done(undefined) : permitted;
}

/** EventSource sends a header when it comes back by itself; one that is made anew can only ask. */
function lastIdOf(c: HonoContext): string {
  return c.req.header('last-event-id') ?? c.req.query('after') ?? '';
}
