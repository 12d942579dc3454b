import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import type { Context } from '../audit/index.ts';
import { type Database, EventBus } from '../db/index.ts';
import { type AssetId, assetId } from '../money/index.ts';
import { clockAt, dayMs, done, type Outcome } from '../std/index.ts';
import { type AssetTerms, importAssets, listedAssets } from './index.ts';

const databases: Database[] = [];
let database: Database;
let clock = clockAt('2026-11-22T00:00:00Z');
let context: Context;
beforeEach(async () => {
  ({ database } = await testDatabase());
  databases.push(database);
  clock = clockAt('2026-11-22T00:00:00Z');
  context = { database, clock, bus: new EventBus([]), actor: { kind: 'system', id: 'import' } };
});
afterAll(async () => {
  for (const one of databases) await one.destroy();
});

const since2021 = { from: new Date('2021-04-01T00:00:00Z'), to: null };

async function got<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(settled.code);
  return settled.value;
}

const auditEntries = async () =>
  (await database.selectFrom('audit_entries').select('id').execute()).length;

describe('listed assets', () => {
  const eth = assetId('evm:1/native');
  const terms = (change: Partial<AssetTerms> = {}, asset: AssetId = eth): AssetTerms => ({
    asset,
    symbol: 'ETH',
    decimals: 18,
    minimumUnits: 10n ** 16n,
    withdrawalFeeUnits: 5n,
    suspended: [],
    formerContracts: [],
    listed: since2021,
    ...change,
  });
  const tell = (...given: AssetTerms[]) =>
    got(importAssets(context, { assets: async () => done(given) }));

  test('a change that several processes read at once is stored once', async () => {
    await tell(terms());
    clock.advance(dayMs);
    const raised = terms({ minimumUnits: 10n ** 17n });
    const told = await Promise.all([1, 2, 3, 4].map(() => tell(raised)));
    expect(told.map(({ changed }) => changed).sort()).toEqual([0, 0, 0, 1]);
    const versions = await database.selectFrom('listed_assets').select('asset').execute();
    expect(versions).toHaveLength(2);
  });

  test('a deposit is judged by the terms of its own time', async () => {
    expect(await tell(terms())).toEqual({ changed: 1 });
    expect(await tell(terms())).toEqual({ changed: 0 });
    const audited = await auditEntries();
    clock.advance(dayMs);
    const raised = clock.now();
    expect(await tell(terms({ minimumUnits: 10n ** 17n }))).toEqual({ changed: 1 });
    expect(await auditEntries()).toBe(audited + 1);
    const [before] = await listedAssets(database, new Date(raised.getTime() - 1));
    const [after] = await listedAssets(database, raised);
    expect(before).toMatchObject({ minimumUnits: 10n ** 16n, valid: { to: raised } });
    expect(after).toMatchObject({ minimumUnits: 10n ** 17n, valid: { from: raised, to: null } });
    expect(after?.minimums).toEqual([
      { from: since2021.from, units: 10n ** 16n },
      { from: raised, units: 10n ** 17n },
    ]);
  });

  test('a closure told late holds for the time before it was told', async () => {
    await tell(terms());
    clock.advance(dayMs);
    const from = new Date('2026-11-22T10:00:00Z');
    const suspended = [{ from, to: null }];
    await tell(terms({ suspended }));
    expect(await tell(terms({ suspended }))).toEqual({ changed: 0 });
    const [then] = await listedAssets(database, new Date('2026-11-22T10:02:00Z'));
    expect(then?.suspended).toEqual(suspended);
  });

  test('two changes in one moment, a delisting, and a new listing', async () => {
    await tell(terms());
    await tell(terms({ minimumUnits: 1n }));
    await tell(terms({ minimumUnits: 2n }));
    clock.advance(dayMs);
    const [now] = await listedAssets(database, clock.now());
    expect(now?.minimumUnits).toBe(2n);
    const to = clock.now();
    await tell(terms({ minimumUnits: 2n, listed: { ...since2021, to } }));
    clock.advance(dayMs);
    expect(await listedAssets(database, clock.now())).toEqual([]);
    const relisted = clock.now();
    await tell(terms({ minimumUnits: 3n, listed: { from: relisted, to: null } }));
    expect(await listedAssets(database, relisted)).toMatchObject([{ minimumUnits: 3n }]);
    expect(await listedAssets(database, new Date(relisted.getTime() - 1))).toEqual([]);
  });

  test('an asset that is no longer named stays as it was; a national currency is not listed', async () => {
    const yen = assetId('fiat:JPY');
    expect(await tell(terms(), terms({}, yen))).toEqual({ changed: 1 });
    expect(await tell()).toEqual({ changed: 0 });
    expect(await listedAssets(database, clock.now())).toHaveLength(1);
  });
});
