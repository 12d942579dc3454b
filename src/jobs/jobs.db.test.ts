import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import type { Database } from '../db/index.ts';
import { sleep } from '../std/index.ts';
import { alone, defineJob, Queue } from './index.ts';

const count = defineJob<{ id: string }>('test.count');
let database: Database;
let url: string;
let queue: Queue;
const errors: Error[] = [];

beforeAll(async () => {
  const made = await testDatabase();
  database = made.database;
  url = made.url;
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

  test('more workers than the pool has connections hold locks and still reach the database', async () => {
    const workers = Array.from({ length: 40 }, (_, index) =>
      alone(database, `payment of worker ${index}`, async () => {
        const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database);
        await sleep(20);
        return rows[0]?.one;
      }),
    );
    expect(await Promise.all(workers)).toEqual(Array(40).fill(1));
  });

  test('a connection that is cut lets another process in, and the next lock opens a new one', async () => {
    const cut = alone(database, 'cut', async () => {
      await sql`select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and pid <> pg_backend_pid()`.execute(database);
      await sleep(200);
      return 'done all the same';
    });
    expect(await cut).toBe('done all the same');
    expect(await alone(database, 'cut', async () => 'free')).toBe('free');
  });

  test('of several wishes to look later one is kept, and a look now is not kept waiting by it', async () => {
    const wait = defineJob<{ id: string }>('test.wait');
    const other = new Queue(url, [wait], (error) => errors.push(error));
    await other.start();
    await database.transaction().execute(async (tx) => {
      for (const afterMs of [60_000, 60_000, 0, 0]) {
        await other.enqueue(tx, wait, { id: 'one' }, { afterMs });
      }
      await other.enqueue(tx, wait, { id: 'two' });
    });
    const ran: string[] = [];
    await other.work({
      job: wait,
      run: async ({ id }) => {
        ran.push(id);
        return { againAfterMs: 60_000 };
      },
    });
    for (let waited = 0; ran.length < 2 && waited < 100; waited += 1) await sleep(50);
    await sleep(1_000);
    expect(ran.sort()).toEqual(['one', 'two']);
    const { rows } = await sql<{ queued: bigint }>`select count(*) as queued from jobs.job
      where name = 'test.wait' and state = 'created'`.execute(database);
    expect(rows[0]?.queued).toBe(2n);
    await other.stop();
  });
});
