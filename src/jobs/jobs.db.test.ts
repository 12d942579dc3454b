import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import type { Database } from '../db/index.ts';
import { sleep } from '../std/index.ts';
import { alone, defineJob, Queue } from './index.ts';

const count = defineJob<{ id: string }>('test.count');
let database: Database;
let queue: Queue;
const errors: Error[] = [];

beforeAll(async () => {
  const made = await testDatabase();
  database = made.database;
  queue = new Queue(made.url, [count], (error) => errors.push(error));
  await queue.start();
});

afterAll(async () => {
  await queue.stop();
  await database.destroy();
});

describe('jobs', () => {
  test('a job of a transaction that is rolled back never runs; a committed one runs again when asked', async () => {
    const ran: string[] = [];
    await queue.work({
      job: count,
      run: async ({ id }) => {
        ran.push(id);
        return ran.length < 2 ? { againAfterMs: 1 } : undefined;
      },
    });
    const rolledBack = database.transaction().execute(async (tx) => {
      await queue.enqueue(tx, count, { id: 'rolled back' });
      throw new Error('roll back');
    });
    await expect(rolledBack).rejects.toThrow('roll back');
    await database.transaction().execute((tx) => queue.enqueue(tx, count, { id: 'committed' }));
    for (let waited = 0; ran.length < 2 && waited < 100; waited += 1) await sleep(100);
    expect(ran).toEqual(['committed', 'committed']);
    expect(errors).toEqual([]);
  });

  test('only one holds a name at a time, and a throw lets go of it', async () => {
    const outer = await alone(database, 'payment 1', async () => {
      const inner = await alone(database, 'payment 1', async () => 'both');
      const other = await alone(database, 'payment 2', async () => 'other');
      return { inner, other };
    });
    expect(outer).toEqual({ inner: null, other: 'other' });
    const thrown = alone(database, 'payment 1', async () => {
      throw new Error('lost');
    });
    await expect(thrown).rejects.toThrow('lost');
    expect(await alone(database, 'payment 1', async () => 'free')).toBe('free');
  });
});
