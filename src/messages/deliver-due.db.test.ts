import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type TestExchange, testExchange } from '../../test/reference-exchange.ts';
import { type Customer, ensureCustomer, exchangeCustomerId } from '../accounts/index.ts';
import type { Context } from '../audit/index.ts';
import { type Database, EventBus, inTransaction } from '../db/index.ts';
import { clockAt, hourMs, later, minuteMs } from '../std/index.ts';
import {
  type Delivery,
  deliverDue,
  messageFigures,
  messagesOf,
  type NewMessage,
  tell,
  type Wording,
  wordingsOf,
} from './index.ts';

const said: Wording = {
  key: 'test.said',
  example: { what: 'x' },
  ja: ({ what }) => ({ subject: 'お知らせ', text: `内容: ${what}`, next: 'つづきます。' }),
  en: ({ what }) => ({ subject: 'News', text: `Content: ${what}`, next: 'It goes on.' }),
};
const broken: Wording = {
  ...said,
  key: 'test.broken',
  ja: () => {
    throw new Error('these words are broken');
  },
};

let running: TestExchange;
let database: Database;
let context: Context;
let delivery: Delivery;
let clock = clockAt('2026-11-22T00:00:00Z');
const customers = new Map<string, Customer>();
beforeAll(async () => {
  running = await testExchange();
});
afterAll(async () => {
  await running.stop();
});
beforeEach(async () => {
  ({ database } = await testDatabase());
  clock = clockAt('2026-11-22T00:00:00Z');
  context = { database, clock, bus: new EventBus([]), actor: { kind: 'system', id: 'messages' } };
  delivery = {
    exchange: running.client(),
    wordings: wordingsOf([said]),
    style: { timeZone: 'Asia/Tokyo', links: 'none' },
  };
  const people = { 'ex-1000': 'ja', 'ex-1001': 'en', 'ex-1003': 'ko', 'ex-9999': 'ja' };
  for (const [id, language] of Object.entries(people)) {
    const given = { exchangeId: exchangeCustomerId(id), language };
    customers.set(id, await inTransaction(database, (tx) => ensureCustomer(tx, clock, given)));
  }
  return () => database.destroy();
});

let told = 0;
const say = (to: string, change: Partial<NewMessage> = {}) =>
  inTransaction(database, (tx) => {
    told += 1;
    const customer = customers.get(to)?.id as NewMessage['customer'];
    return tell(tx, context, {
      customer,
      caseNumber: `R-26-${told}`,
      kind: 'test.said',
      facts: { what: `number ${told}` },
      turn: { who: 'desk', until: later(clock.now(), hourMs) },
      dedupeKey: `said ${told}`,
      ...change,
    });
  });
const inbox = async (to: string) => (await running.inbox(to)).map((one) => one.text);
const read = async (to: string, what: string) =>
  (await inbox(to)).filter((text) => text.includes(what)).length;

describe('a message', () => {
  test('reaches the customer in their language, and is kept as it was sent', async () => {
    await say('ex-1000', { caseNumber: 'R-26-700001', facts: { what: 'こちら' } });
    await say('ex-1003', { facts: { what: 'in English' } });
    expect(await deliverDue(context, delivery)).toEqual({ sent: 2, postponed: 0, failed: 0 });
    expect(await read('ex-1000', '受付番号 R-26-700001\n\n内容: こちら')).toBe(1);
    expect(await read('ex-1003', 'Content: in English')).toBe(1);
    const [kept] = await messagesOf(database, 'R-26-700001');
    expect(kept).toMatchObject({ state: 'sent', subject: 'お知らせ (R-26-700001)' });
    expect(await inbox('ex-1000')).toContain(kept?.text);
    expect(await deliverDue(context, delivery)).toMatchObject({ sent: 0 });
  });

  test('told twice is told once; told in a transaction that fails, never', async () => {
    const once = { dedupeKey: 'the same', caseNumber: 'R-26-700002' };
    expect(await say('ex-1001', once)).toBe(true);
    expect(await say('ex-1001', once)).toBe(false);
    const undone = inTransaction(database, async (tx) => {
      await sql`select 1`.execute(tx);
      const customer = customers.get('ex-1001')?.id as NewMessage['customer'];
      const turn = { who: 'nobody' } as const;
      const facts = { what: 'undone' };
      const rest = { kind: 'test.said', dedupeKey: 'undone', caseNumber: 'R-26-1' };
      await tell(tx, context, { customer, facts, turn, ...rest });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await deliverDue(context, delivery);
    expect(await read('ex-1001', 'R-26-700002')).toBe(1);
    expect(await read('ex-1001', 'undone')).toBe(0);
  });

  test('to somebody who is no customer holds up nobody else', async () => {
    const nobody = '0199a3c0-0000-7000-8000-000000000000' as NewMessage['customer'];
    await say('ex-1001', { customer: nobody, caseNumber: 'R-26-700003' });
    await say('ex-1001', { facts: { what: 'behind it' } });
    expect(await deliverDue(context, delivery)).toEqual({ sent: 1, postponed: 1, failed: 0 });
    expect(await read('ex-1001', 'behind it')).toBe(1);
    const [kept] = await messagesOf(database, 'R-26-700003');
    expect(kept).toMatchObject({ state: 'waiting' });
  });

  test('sent by four processes at once is read once', async () => {
    for (let n = 0; n < 12; n += 1) await say('ex-1001', { facts: { what: `crowd ${n};` } });
    const runs = await Promise.all([1, 2, 3, 4].map(() => deliverDue(context, delivery)));
    expect(runs.reduce((sum, run) => sum + run.sent, 0)).toBe(12);
    for (let n = 0; n < 12; n += 1) expect(await read('ex-1001', `crowd ${n};`)).toBe(1);
  });

  test('waits while the exchange is down, keeps its order and its words, and is read once', async () => {
    const caseNumber = 'R-26-700003';
    await say('ex-1001', { caseNumber, facts: { what: 'down, first' } });
    await say('ex-1001', { caseNumber, facts: { what: 'down, second' } });
    await running.kill();
    try {
      expect(await deliverDue(context, delivery)).toEqual({ sent: 0, postponed: 1, failed: 0 });
      expect(await messageFigures(database)).toMatchObject({ waiting: 2n, failed: 0n });
    } finally {
      await running.start();
    }
    // Not before its time, and with the words of the first attempt though they have changed since.
    expect(await deliverDue(context, delivery)).toMatchObject({ sent: 0 });
    clock.advance(minuteMs);
    const changed = { ...said, en: () => ({ subject: 'New', text: 'new words', next: 'x' }) };
    const newer = { ...delivery, wordings: wordingsOf([changed]) };
    expect(await deliverDue(context, newer)).toMatchObject({ sent: 2 });
    const texts = (await inbox('ex-1001')).filter((text) => text.includes(caseNumber));
    expect(texts).toEqual([
      expect.stringContaining('down, first'),
      expect.stringContaining('new words'),
    ]);
  });

  test('whose answer was lost is read once all the same', async () => {
    await say('ex-1001', { facts: { what: 'lost answer' } });
    const real = running.client();
    const losing: Delivery['exchange'] = {
      notify: async (input) => {
        await real.notify(input);
        return { ok: false, code: 'exchange_timed_out', facts: {} };
      },
    };
    expect(await deliverDue(context, { ...delivery, exchange: losing })).toMatchObject({
      postponed: 1,
    });
    clock.advance(minuteMs);
    expect(await deliverDue(context, delivery)).toMatchObject({ sent: 1 });
    expect(await read('ex-1001', 'lost answer')).toBe(1);
  });

  test('that can never arrive is put before a person', async () => {
    await say('ex-9999');
    expect(await deliverDue(context, delivery)).toEqual({ sent: 0, postponed: 0, failed: 1 });
    expect(await messageFigures(database)).toMatchObject({ waiting: 0n, failed: 1n });
  });

  test('with broken words holds up nobody else; one without words waits for its version', async () => {
    await say('ex-1000', { kind: 'test.broken' });
    await say('ex-1000', { kind: 'test.unknown' });
    await say('ex-1000', { facts: { what: 'unharmed' } });
    const both = { ...delivery, wordings: wordingsOf([said, broken]) };
    expect(await deliverDue(context, both)).toEqual({ sent: 1, postponed: 1, failed: 0 });
    expect(await read('ex-1000', 'unharmed')).toBe(1);
    expect(await messageFigures(database)).toMatchObject({ waiting: 2n });
  });

  const strings = join(import.meta.dirname, '../../../shared/data/security/blns/blns.json');
  test.skipIf(!existsSync(strings))('made of naughty strings arrives', async () => {
    const all = JSON.parse(readFileSync(strings, 'utf8')) as string[];
    const what = [...all, 'NUL \u0000 and half a pair \ud800'].slice(-80).join('\n');
    await say('ex-1000', { facts: { what } });
    expect(await deliverDue(context, delivery)).toMatchObject({ sent: 1 });
  });
});

test('the database lets nobody change or drop what may have been sent', async () => {
  await say('ex-1001');
  await deliverDue(context, delivery);
  await expect(sql`update messages set body = 'other'`.execute(database)).rejects.toThrow(
    'does not change',
  );
  await expect(
    sql`update messages set state = 'waiting', sent_at = null`.execute(database),
  ).rejects.toThrow('stays sent');
  await expect(sql`delete from messages`.execute(database)).rejects.toThrow('never deleted');
});
