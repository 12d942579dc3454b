import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDesk } from '../../bench/seed-desk.ts';
import { testDatabase } from '../../test/postgres.ts';
import type { Database } from '../db/index.ts';
import { later, minuteMs, newId } from '../std/index.ts';
import {
  type Reader,
  readWorklist,
  type WorklistQuery,
  type WorklistRow,
  worklistClusters,
  worklistColumns,
  worklistSorts,
  worklistViews,
} from './index.ts';

const now = new Date('2026-11-24T03:00:00.000Z');
const cases = 300;

let database: Database;
let me: string;
beforeAll(async () => {
  database = (await testDatabase()).database;
  await seedDesk(database, now, cases);
  me = newId();
  await database
    .insertInto('staff')
    .values({
      ...{ id: me, login: 'me@desk.example', name: '高橋', roles: ['treasury'] },
      ...{ password_hash: 'x', one_time_secret_sealed: 'x', invited_by: 'test', created_at: now },
    })
    .execute();
});
afterAll(() => database.destroy());

const reader = (...roles: string[]): Reader => ({
  actor: { kind: 'staff', id: me, roles },
  now,
  language: 'ja',
});
const query = (part: Partial<WorklistQuery> = {}): WorklistQuery => ({
  ...{ view: 'all', turn: null, states: [], q: null, sort: 'due', after: null, limit: 50 },
  ...part,
});

/** Every row, page by page. */
async function allRows(part: Partial<WorklistQuery>, as = reader('treasury', 'risk')) {
  const rows: WorklistRow[] = [];
  for (let after: string | null = null; ; after = rows.at(-1)?.place ?? null) {
    const page = await readWorklist(database, as, query({ limit: 37, ...part, after }));
    rows.push(...page);
    if (page.length < 37) return rows;
  }
}

describe('the worklist', () => {
  test.each(worklistSorts)(
    'by %s is whole, page by page, and no case comes twice',
    async (sort) => {
      const rows = await allRows({ sort });
      expect(new Set(rows.map(({ number }) => number)).size).toBe(cases);
      const keys = rows.map((row) =>
        sort === 'value'
          ? -Number(row.worthYen ?? -1n)
          : sort === 'age'
            ? +row.createdAt
            : dueOf(row),
      );
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
    },
  );

  test('never holds a row without a next act', async () => {
    for (const view of worklistViews) {
      for (const row of await allRows({ view })) {
        expect(row.next.label, row.number).toMatch(/\S/);
        expect(row.what).toMatch(/\S/);
      }
    }
  });

  test('of mine holds what I could move on, and nobody else has', async () => {
    const treasury = await allRows({ view: 'mine' }, reader('treasury'));
    expect(new Set(treasury.map(({ state }) => state))).toEqual(new Set(['approving', 'stopped']));
    for (const row of treasury) expect(row.next.permitted).toBe(true);
    expect(await allRows({ view: 'mine' }, reader('support'))).toEqual([]);
    const [first, second] = treasury;
    if (!first || !second) throw new Error('something waits for treasury');
    const owned = (number: string, owner: string | null) =>
      database.updateTable('cases').set({ owner }).where('number', '=', number).execute();
    await owned(first.number, newId());
    await owned(second.number, me);
    const rest = (await allRows({ view: 'mine' }, reader('treasury'))).map(({ number }) => number);
    expect(rest).not.toContain(first.number);
    expect(rest).toContain(second.number);
    // One's own is one's own, whatever one may do with it.
    const asSupport = await allRows({ view: 'mine' }, reader('support'));
    expect(asSupport.map(({ number, owner }) => [number, owner?.name])).toEqual([
      [second.number, '高橋'],
    ]);
    await owned(first.number, null);
    await owned(second.number, null);
  });

  test('of mine leaves out what I had a hand in', async () => {
    const [first] = await allRows({ view: 'mine', states: ['approving'] }, reader('treasury'));
    if (!first) throw new Error('something waits for approval');
    const involve = (people: string[]) =>
      database
        .updateTable('claims')
        .set({ involved: people })
        .where('number', '=', first.number)
        .execute();
    await involve([me]);
    const rest = await allRows({ view: 'mine' }, reader('treasury'));
    expect(rest.map(({ number }) => number)).not.toContain(first.number);
    const [team] = await allRows({ view: 'team', q: first.number }, reader('treasury'));
    expect(team?.next).toMatchObject({ act: 'approve', permitted: false });
    expect(team?.next.why).toMatch(/依頼した/);
    await involve([]);
  });

  test('is narrowed by turn, state, and what is typed', async () => {
    for (const row of await allRows({ turn: 'customer' })) expect(row.turn).toBe('customer');
    for (const row of await allRows({ states: ['held'] })) expect(row.state).toBe('held');
    expect(await allRows({ states: ['held'], turn: 'customer' })).toEqual([]);
    const [some] = await allRows({});
    expect(await allRows({ q: some?.number ?? '' })).toHaveLength(1);
    expect(await allRows({ q: some?.customer ?? '' })).toHaveLength(1);
    expect((await allRows({ q: 'wbtc' })).length).toBeGreaterThan(100);
    for (const q of ['%', '_', '\\', "'"]) expect(await allRows({ q })).toEqual([]);
  });

  test.each([
    '',
    'x',
    'e30',
    'W10',
    'bnVsbA',
    Buffer.from('["due","x","y","z"]').toString('base64url'),
  ])('begins at its beginning for a place that no page gave out: %j', async (after) => {
    const rows = await readWorklist(database, reader('risk'), query({ after }));
    expect(rows).toEqual(await readWorklist(database, reader('risk'), query()));
  });
});

/** Where a case stands in the order of deadlines; nothing is missed where it rests. */
function dueOf({ state, dueAt }: WorklistRow): number {
  const rests = ['kept', 'refused', 'returned', 'credited', 'compensated', 'withdrawn'];
  return rests.includes(state) || !dueAt ? 8e15 : +dueAt;
}

describe('the columns', () => {
  test('count every open case once, and what is mine beside', async () => {
    const as = reader('treasury');
    const columns = await worklistColumns(database, as);
    const { rows } = await sql<{ open: bigint }>`
      select count(*) as open from claims where state not in ('returned', 'withdrawn', 'refused')
    `.execute(database);
    const open = columns.filter(({ id }) => id !== 'mine' && id !== 'closed');
    expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(Number(rows[0]?.open));
    const mine = columns.find(({ id }) => id === 'mine');
    expect(mine?.count).toBe((await allRows({ view: 'mine' }, as)).length);
    expect(mine?.oldestAt).toBeInstanceOf(Date);
  });

  test('alarm where an hour was missed, and not where nothing is missed', async () => {
    const columns = await worklistColumns(database, reader('risk'));
    expect(columns.find(({ id }) => id === 'held')?.alarm).toBe(true);
    expect(columns.find(({ id }) => id === 'kept')?.alarm).toBe(false);
    const early = { ...reader('risk'), now: later(now, -cases * 8 * minuteMs) };
    const before = await worklistColumns(database, early);
    expect(before.some(({ alarm }) => alarm)).toBe(false);
  });

  test('a cluster counts and adds up what waits for the same act', async () => {
    const clusters = await worklistClusters(database, reader('treasury'));
    const approving = clusters.find(({ state }) => state === 'approving');
    const rows = (await allRows({ states: ['approving'] })).filter(({ cluster }) => cluster);
    expect(approving).toMatchObject({ count: rows.length, key: rows[0]?.cluster });
    const units = rows.reduce((sum, { amount }) => sum + (amount?.units ?? 0n), 0n);
    expect(approving?.total?.units).toBe(units);
    expect(approving?.next).toMatchObject({ act: 'approve', permitted: true });
  });
});
