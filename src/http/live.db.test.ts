import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { RateLimiter } from './limits.ts';
import { streamClaim } from './live.ts';

const hash = (n: number) => `0x${n.toString(16).padStart(64, 'a')}`;
const pace = { lookEveryMs: 30, heartbeatEveryMs: 150 };

let kaeru: TestDesk;
let server: ServerType;
let url: string;
beforeAll(async () => {
  kaeru = await testDesk();
  const door = { desk: kaeru.desk, limiter: new RateLimiter(kaeru.clock) };
  const app = new Hono().get('/claims/:number/events', (c) => streamClaim(c, door, pace));
  server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  server.close();
  await kaeru.close();
});

let customers = 0;

async function filedClaim() {
  customers += 1;
  kaeru.clock.pass(5_000);
  const token = await kaeru.customer(`live-${customers}`);
  const body = { said: hash(customers) };
  const filed = await kaeru.call('POST', '/v1/claims', { token, body });
  const { claim } = (await filed.json()) as { claim: { number: string } };
  return { token, number: claim.number };
}

/** Moves a claim as a command would: another state, one version on. */
async function move(number: string, state: string): Promise<void> {
  await kaeru.database
    .updateTable('claims')
    .set((on) => ({ state, version: on('version', '+', 1) }))
    .where('number', '=', number)
    .execute();
}

interface Event {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** Opens a stream, and reads its events one by one. */
async function listen(number: string, token: string, headers: Record<string, string> = {}) {
  const hangUp = new AbortController();
  const answer = await fetch(`${url}/claims/${number}/events`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: hangUp.signal,
  });
  const events = eventsOf(answer);
  const next = async (name?: string): Promise<Event | null> => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) return null;
      if (name === undefined || value.event === name) return value;
    }
  };
  return { answer, next, hangUp: () => hangUp.abort() };
}

async function* eventsOf(answer: Response): AsyncGenerator<Event> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      yield eventOf(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function eventOf(lines: string): Event {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(lines)?.[1] ?? null;
  return { event: field('event') ?? '', id: field('id'), data: field('data') ?? '' };
}

describe('the stream of a claim', () => {
  test('tells how it stands, and every change after', async () => {
    const { token, number } = await filedClaim();
    const { answer, next, hangUp } = await listen(number, token);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const first = await next();
    expect(first).toMatchObject({ event: 'claim', id: '1' });
    expect(JSON.parse(first?.data ?? '')).toMatchObject({ number, state: 'looking' });
    await move(number, 'waiting');
    const second = await next('claim');
    expect(second?.id).toBe('2');
    expect(JSON.parse(second?.data ?? '')).toMatchObject({ state: 'waiting', version: 2 });
    hangUp();
  });

  test('goes on where a reader left it: only what is newer is told', async () => {
    const { token, number } = await filedClaim();
    const resumed = await listen(number, token, { 'last-event-id': '1' });
    expect((await resumed.next())?.event).toBe('alive');
    await move(number, 'waiting');
    expect((await resumed.next('claim'))?.id).toBe('2');
    resumed.hangUp();
    const old = await listen(number, token, { 'last-event-id': '1' });
    expect((await old.next())?.id).toBe('2');
    old.hangUp();
  });

  test.each(['', 'x', '-5', '1e99', '9'.repeat(400)])(
    'takes %j for a last id without harm',
    async (id) => {
      const { token, number } = await filedClaim();
      const { answer, next, hangUp } = await listen(number, token, { 'last-event-id': id });
      expect(answer.status).toBe(200);
      expect(['claim', 'alive']).toContain((await next())?.event);
      hangUp();
    },
  );

  test('ends with the claim', async () => {
    const { token, number } = await filedClaim();
    const { next } = await listen(number, token);
    await next('claim');
    await move(number, 'returned');
    expect(JSON.parse((await next('claim'))?.data ?? '')).toMatchObject({ turn: 'nobody' });
    expect(await next()).toBeNull();
  });

  test('ends with the session', async () => {
    const { token, number } = await filedClaim();
    const { next } = await listen(number, token);
    await next('claim');
    await kaeru.call('DELETE', '/v1/session', { token });
    expect(await next('claim')).toBeNull();
  });

  test('does not keep a session open that nobody uses', async () => {
    const { token, number } = await filedClaim();
    const { next, hangUp } = await listen(number, token);
    await next('claim');
    const lastSeen = () =>
      kaeru.database
        .selectFrom('sessions')
        .select('last_seen_at')
        .orderBy('last_seen_at')
        .execute();
    const before = await lastSeen();
    kaeru.clock.pass(10 * 60_000);
    await next('alive');
    await next('alive');
    expect(await lastSeen()).toEqual(before);
    hangUp();
  });

  test('ends after a quarter of an hour: whoever still listens comes back', async () => {
    const { token, number } = await filedClaim();
    const { next } = await listen(number, token);
    await next('claim');
    kaeru.clock.pass(16 * 60_000);
    expect(await next('claim')).toBeNull();
    const back = await listen(number, token, { 'last-event-id': '1' });
    expect((await back.next())?.event).toBe('alive');
    back.hangUp();
  });

  test('is refused as the claim is: to nobody, and to another customer', async () => {
    const { number } = await filedClaim();
    const other = await filedClaim();
    expect((await fetch(`${url}/claims/${number}/events`)).status).toBe(401);
    expect((await listen(number, other.token)).answer.status).toBe(404);
  });
});
