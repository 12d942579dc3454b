import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { clockAt, minuteMs, secondMs } from '../std/index.ts';
import { type Database, EventBus, inTransaction, type Subscription } from './index.ts';

const databases: Database[] = [];
let database: Database;
let clock = clockAt('2026-11-22T00:00:00Z');
let heard: string[] = [];
beforeEach(async () => {
  ({ database } = await testDatabase());
  databases.push(database);
  clock = clockAt('2026-11-22T00:00:00Z');
  heard = [];
});
afterAll(async () => {
  for (const one of databases) await one.destroy();
});

const ear = (chokesOn = (_subject: string) => false): Subscription => ({
  subscriber: 'test',
  kinds: ['test.said'],
  hear: async (_tx, { subject }) => {
    if (chokesOn(subject)) throw new Error('choked');
    heard.push(subject);
  },
});
const say = (bus: EventBus, ...subjects: string[]) =>
  inTransaction(database, async (tx) => {
    for (const subject of subjects) {
      await bus.publish(tx, clock, { kind: 'test.said', subject, body: {} });
    }
  });

describe('an event', () => {
  test('is heard once, in order, by many processes at once', async () => {
    const bus = new EventBus([ear()]);
    const subjects = Array.from({ length: 30 }, (_, index) => `${index}`);
    await say(bus, ...subjects);
    await bus.deliver(database, clock);
    expect(heard).toEqual(subjects);
    await say(bus, 'a', 'b', 'c');
    await Promise.all([1, 2, 3].map(() => bus.deliver(database, clock)));
    expect(heard.slice(30).sort()).toEqual(['a', 'b', 'c']);
  });

  test('that was never committed is never heard', async () => {
    const bus = new EventBus([ear()]);
    const undone = inTransaction(database, async (tx) => {
      await bus.publish(tx, clock, { kind: 'test.said', subject: 'x', body: {} });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await bus.deliver(database, clock)).toBe(0);
  });

  test('is heard behind any number that an ear chokes on', async () => {
    const bus = new EventBus([ear((subject) => subject.startsWith('bad'))]);
    await say(bus, ...Array.from({ length: 150 }, (_, index) => `bad ${index}`));
    for (let round = 0; round < 3; round += 1) {
      await bus.deliver(database, clock);
      clock.advance(2 * secondMs);
    }
    await say(bus, 'good');
    clock.advance(secondMs);
    await bus.deliver(database, clock);
    expect(heard).toEqual(['good']);
  });

  test('that an ear chokes on is tried again, ever more seldom, until it is heard', async () => {
    let broken = true;
    const bus = new EventBus([ear(() => broken)]);
    await say(bus, 'late');
    for (let second = 0; second < 60; second += 1) {
      await bus.deliver(database, clock);
      clock.advance(secondMs);
    }
    const row = await database
      .selectFrom('event_deliveries')
      .select(['attempts', 'failed_with'])
      .executeTakeFirstOrThrow();
    expect(row.failed_with).toContain('choked');
    expect(row.attempts).toBeGreaterThan(3);
    expect(row.attempts).toBeLessThan(8);
    broken = false;
    clock.advance(5 * minuteMs);
    await bus.deliver(database, clock);
    expect(heard).toEqual(['late']);
  });
});
