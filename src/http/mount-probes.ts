import type { Context as HonoContext } from 'hono';
import { type App, admit, type Door } from './admit.ts';
import { addressOf } from './caller.ts';
import { metricsText } from './metrics.ts';
import { respondWithProblem } from './respond.ts';

/** What whoever runs the desk asks: does it live, can it work, and how much is there to do? */
export function mountProbes(app: App, door: Door): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const admitted = await admit(c, door, { guard: 'everybody', limit: 'read' });
    if (!admitted.ok) return respondWithProblem(c, admitted);
    const parts = await door.desk.readiness();
    const ready = Object.values(parts).every(Boolean);
    return c.json({ status: ready ? 'ready' : 'not_ready', ...parts }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    const guard = isLocal(c) ? 'everybody' : 'audit.read';
    const admitted = await admit(c, door, { guard, limit: 'read' });
    if (!admitted.ok) return respondWithProblem(c, admitted);
    const text = await metricsText(door.desk.database, door.desk.clock);
    return c.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** From this very machine, and not handed on by a proxy on it, which would make all the world local. */
function isLocal(c: HonoContext): boolean {
  const isForwarded = forwardingHeaders.some((name) => c.req.header(name) !== undefined);
  return loopback.test(addressOf(c)) && !isForwarded;
}
