import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type CustomerId, ensureCustomer, exchangeCustomerId } from '../accounts/index.ts';
import type { Actor, Context } from '../audit/index.ts';
import { type Database, EventBus, inTransaction } from '../db/index.ts';
import { clockAt, hourMs, later } from '../std/index.ts';
import {
  closeCase,
  handOver,
  note,
  openCase,
  overdueCases,
  passTurn,
  readCase,
  reopenCase,
  timeline,
} from './index.ts';

let database: Database;
let aiko: CustomerId;
let ben: CustomerId;
const clock = clockAt('2026-11-22T00:00:00Z');
const support: Actor = { kind: 'staff', id: 'sato', roles: ['support'] };
const as = (actor: Actor): Context => ({ database, clock, bus: new EventBus([]), actor });
beforeAll(async () => {
  ({ database } = await testDatabase());
  [aiko, ben] = await inTransaction(database, async (tx) => [
    (await ensureCustomer(tx, clock, given('ex-1'))).id,
    (await ensureCustomer(tx, clock, given('ex-2'))).id,
  ]);
});
afterAll(() => database.destroy());

const given = (id: string) => ({ exchangeId: exchangeCustomerId(id), language: 'ja' });
const inAnHour = () => later(clock.now(), hourMs);
const open = (customer: CustomerId, at = clock) =>
  inTransaction(database, (tx) =>
    openCase(
      tx,
      { clock: at },
      {
        letter: 'R',
        customer,
        turn: { who: 'kaeru', until: inAnHour() },
      },
    ),
  );
const read = async (number: string, actor: Actor = support) => {
  const outcome = await readCase(database, actor, number);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

describe('a case', () => {
  test('has a number of its own, whatever is opened beside it or fails', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, () => open(aiko)));
    expect(new Set(numbers).size).toBe(20);
    for (const number of numbers) expect(number).toMatch(/^R-26-\d{6}$/);
    const failed = inTransaction(database, async (tx) => {
      await openCase(
        tx,
        { clock },
        {
          letter: 'R',
          customer: aiko,
          turn: { who: 'desk', until: inAnHour() },
        },
      );
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    const newYear = clockAt('2027-01-01T00:00:00Z');
    expect(await open(aiko, newYear)).toMatch(/^R-27-\d{6}$/);
  });

  test('of somebody else is, to a customer, a case that does not exist', async () => {
    const number = await open(aiko);
    expect(await read(number, { kind: 'customer', id: aiko })).toMatchObject({ customer: aiko });
    const foreign = await readCase(database, { kind: 'customer', id: ben }, number);
    const missing = await readCase(database, { kind: 'customer', id: ben }, 'R-26-999999');
    expect(foreign).toEqual(missing);
    expect(foreign).toMatchObject({ ok: false, code: 'case_not_found' });
  });

  test('always waits for somebody, until some time; then it is overdue', async () => {
    const number = await open(aiko);
    const until = later(clock.now(), 5 * hourMs);
    await inTransaction(database, (tx) => passTurn(tx, number, { who: 'customer', until }));
    expect((await read(number)).now).toEqual({
      state: 'open',
      turn: { who: 'customer', until },
    });
    const overdue = async (at: Date) =>
      (await overdueCases(database, at)).some((one) => one.number === number);
    expect(await overdue(later(until, -1))).toBe(false);
    expect(await overdue(until)).toBe(true);
    await expect(
      sql`update cases set turn_until = null where number = ${number}`.execute(database),
    ).rejects.toThrow('check constraint');
  });

  test('closes with a reason, is closed once, and can go on', async () => {
    const number = await open(aiko);
    const closing = () =>
      inTransaction(database, (tx) => closeCase(tx, as(support), number, 'claim.returned'));
    await closing();
    const closure = { by: 'sato', at: clock.now(), reason: 'claim.returned' };
    expect((await read(number)).now).toEqual({ state: 'closed', closure });
    await expect(closing()).rejects.toThrow('is open when it is closed');
    const turn = { who: 'desk', until: inAnHour() } as const;
    await expect(inTransaction(database, (tx) => passTurn(tx, number, turn))).rejects.toThrow();
    await inTransaction(database, (tx) => reopenCase(tx, number, turn));
    expect((await read(number)).now).toEqual({ state: 'open', turn });
  });
});

describe('a hand-over', () => {
  const texts = { done: '診断した', waitingFor: 'お客さまの返事', next: '見積もりを送る' };

  test('gives the case to a colleague, with all three texts, out of the customer’s sight', async () => {
    const number = await open(aiko);
    const { version } = await read(number);
    const handed = await handOver(as(support), { number, version, to: 'takahashi', ...texts });
    expect(handed).toMatchObject({ ok: true, value: { owner: 'takahashi' } });
    const again = await handOver(as(support), { number, version, to: 'suzuki', ...texts });
    expect(again).toMatchObject({ ok: false, code: 'case_changed' });
    expect(await timeline(database, number, 'desk')).toMatchObject([
      { kind: 'case.handed_over', facts: { to: 'takahashi', next: '見積もりを送る' } },
    ]);
    expect(await timeline(database, number, 'customer')).toEqual([]);
  });

  test.each(['done', 'waitingFor', 'next'])('without %s is refused', async (field) => {
    const number = await open(aiko);
    const input = { number, version: 1, to: 'x', ...texts, [field]: ' \n' };
    expect(await handOver(as(support), input)).toMatchObject({ code: 'hand_over_incomplete' });
    const long = { number, version: 1, to: 'x', ...texts, [field]: 'x'.repeat(2_001) };
    expect(await handOver(as(support), long)).toMatchObject({ code: 'hand_over_incomplete' });
  });

  test('is not for customers, nor for closed cases or cases that are not', async () => {
    const number = await open(aiko);
    const input = { number, version: 1, to: 'x', ...texts };
    expect(await handOver(as({ kind: 'customer', id: aiko }), input)).toMatchObject({
      code: 'not_permitted',
    });
    expect(await handOver(as(support), { ...input, number: 'R-26-999999' })).toMatchObject({
      code: 'case_not_found',
    });
    await inTransaction(database, (tx) => closeCase(tx, as(support), number, 'claim.refused'));
    expect(await handOver(as(support), { ...input, version: 2 })).toMatchObject({
      code: 'case_closed',
    });
  });

  const strings = join(import.meta.dirname, '../../../shared/data/security/blns/blns.json');
  test.skipIf(!existsSync(strings))('takes every naughty string as it is', async () => {
    const number = await open(aiko);
    const all = (JSON.parse(readFileSync(strings, 'utf8')) as string[]).filter((one) => one.trim());
    for (const [at, text] of all.entries()) {
      const input = { number, version: at + 1, to: 'x', ...texts, next: text };
      expect(await handOver(as(support), input), text).toMatchObject({ ok: true });
    }
    const entries = await timeline(database, number, 'desk');
    expect(entries.map((one) => one.facts['next'])).toEqual(all);
  });
});

test('the story of a case is only added to', async () => {
  const number = await open(aiko);
  const entry = { kind: 'claim.filed', visible: 'customer', facts: { big: 'x\u0000' } } as const;
  await inTransaction(database, (tx) =>
    note(tx, as({ kind: 'customer', id: aiko }), number, entry),
  );
  expect(await timeline(database, number, 'customer')).toMatchObject([
    { kind: 'claim.filed', by: { kind: 'customer', id: aiko }, at: clock.now() },
  ]);
  for (const change of [
    sql`update case_entries set facts = '{}'`,
    sql`delete from case_entries`,
    sql`truncate case_entries`,
  ]) {
    await expect(change.execute(database)).rejects.toThrow('only added to');
  }
});
