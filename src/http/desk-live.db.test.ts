import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { type EventStream, openStream, type StreamedEvent } from '../../test/event-stream.ts';
import { streamCase, streamWorklist } from './desk-live.ts';
import { RateLimiter } from './limits.ts';

const pace = { lookEveryMs: 20, heartbeatEveryMs: 60 };

let kaeru: TestDesk;
let server: ServerType;
let url: string;
beforeAll(async () => {
  kaeru = await testDesk();
  const door = { desk: kaeru.desk, limiter: new RateLimiter(kaeru.clock) };
  const app = new Hono()
    .get('/worklist', (c) => streamWorklist(c, door, pace))
    .get('/cases/:number', (c) => streamCase(c, door, pace));
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

let claims = 0;

async function filedClaim(): Promise<string> {
  claims += 1;
  kaeru.clock.pass(30_000);
  const token = await kaeru.customer(`seen-by-desk-${claims}`);
  const body = { said: `0x${claims.toString(16).padStart(64, 'c')}` };
  const filed = await kaeru.call('POST', '/v1/claims', { token, body });
  return ((await filed.json()) as { claim: { number: string } }).claim.number;
}

const worklist = (token: string, headers = {}) => openStream(`${url}/worklist`, token, headers);
const aCase = (number: string, token: string, headers = {}) =>
  openStream(`${url}/cases/${number}`, token, headers);
const dataOf = (event: StreamedEvent | null) => JSON.parse(event?.data ?? 'null');

/** The next `presence` in which so many others are here. */
async function othersHere(stream: EventStream, count: number) {
  for (;;) {
    const { here } = dataOf(await stream.next('presence'));
    if (here.length === count) return here;
  }
}

describe('the changes of the worklist', () => {
  test('are told as they happen, each case once', async () => {
    await filedClaim();
    kaeru.clock.pass(30_000);
    const stream = await worklist(await kaeru.staff('support'));
    expect((await stream.next())?.event).toBe('alive');
    const number = await filedClaim();
    const change = await stream.next('change');
    expect(dataOf(change)).toEqual({ number, version: 1 });
    stream.hangUp();
  });

  test('are told from where the reader left off', async () => {
    const token = await kaeru.staff('auditor');
    const list = await kaeru.call('GET', '/v1/desk/worklist', { token });
    const { newest } = (await list.json()) as { newest: string };
    const missed = await filedClaim();
    kaeru.clock.pass(30_000);
    const stream = await worklist(token, { 'last-event-id': newest });
    expect(dataOf(await stream.next('change'))).toEqual({ number: missed, version: 1 });
    stream.hangUp();
    const asked = await openStream(`${url}/worklist?after=${newest}`, token);
    expect(dataOf(await asked.next('change'))).toEqual({ number: missed, version: 1 });
    asked.hangUp();
  });

  test('a number that commits late is told all the same', async () => {
    const number = await filedClaim();
    const stream = await worklist(await kaeru.staff('support'));
    await stream.next('alive');
    const { database, clock } = kaeru;
    // The later number commits first.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const event = { kind: 'claim.changed', body: '{}', at: clock.now() };
    const late = database.transaction().execute(async (tx) => {
      await tx
        .insertInto('events')
        .values({ ...event, subject: number })
        .execute();
      await held;
    });
    const next = await filedClaim();
    expect(dataOf(await stream.next('change'))).toMatchObject({ number: next });
    letGo();
    await late;
    expect(dataOf(await stream.next('change'))).toMatchObject({ number });
    stream.hangUp();
  });

  test.each(['x', '-1', '9'.repeat(300), "'"])('take %j for a last id without harm', async (id) => {
    const stream = await worklist(await kaeru.staff('risk'), { 'last-event-id': id });
    expect(stream.answer.status).toBe(200);
    expect(await stream.next()).not.toBeNull();
    stream.hangUp();
  });

  test('end with the session, and are not for customers', async () => {
    const token = await kaeru.staff('support');
    const stream = await worklist(token);
    await stream.next('alive');
    await kaeru.call('DELETE', '/v1/session', { token });
    expect(await stream.next('change')).toBeNull();
    const customer = await kaeru.customer('curious');
    expect((await worklist(customer)).answer.status).toBe(403);
    expect((await fetch(`${url}/worklist`)).status).toBe(401);
  });
});

describe('the stream of a case', () => {
  test('tells of notes and decisions, which are no new version of the claim', async () => {
    const number = await filedClaim();
    const token = await kaeru.staff('recovery');
    const stream = await aCase(number, token);
    const first = await stream.next('case');
    expect(dataOf(first)).toEqual({ number, version: 1 });
    const body = { text: '折り返し電話する' };
    const noted = await kaeru.call('POST', `/v1/desk/cases/${number}/notes`, { token, body });
    expect(noted.status).toBe(200);
    const second = await stream.next('case');
    expect(second?.id).not.toBe(first?.id);
    stream.hangUp();
    const resumed = await aCase(number, token, { 'last-event-id': second?.id ?? '' });
    expect((await resumed.next('alive'))?.event).toBe('alive');
    resumed.hangUp();
  });

  test('shows colleagues who else is here, and that they have gone', async () => {
    const number = await filedClaim();
    const [tanaka, ito] = [await kaeru.staff('treasury'), await kaeru.staff('risk')];
    const hers = await aCase(number, tanaka);
    expect(await othersHere(hers, 0)).toEqual([]);
    const his = await aCase(number, ito);
    expect(await othersHere(hers, 1)).toMatchObject([{ name: '試験', editing: null }]);
    expect(await othersHere(his, 1)).toHaveLength(1);
    const path = `/v1/desk/cases/${number}/presence`;
    await kaeru.call('PUT', path, { token: ito, body: { editing: 'note' } });
    expect(await othersHere(hers, 1)).toMatchObject([{ editing: 'note' }]);
    his.hangUp();
    expect(await othersHere(hers, 0)).toEqual([]);
    hers.hangUp();
  });

  test('is not there for a case that does not exist', async () => {
    const stream = await aCase('R-26-999999', await kaeru.staff('support'));
    expect(stream.answer.status).toBe(404);
  });
});
