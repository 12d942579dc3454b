import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import type { Context } from '../audit/index.ts';
import { type Database, EventBus } from '../db/index.ts';
import { type Address, address, networkId } from '../networks/index.ts';
import { clockAt, done, type Outcome, refuse } from '../std/index.ts';
import {
  type AccountRecord,
  addressesOf,
  exchangeCustomerId,
  findExchangeCustomer,
  followChanges,
  importAccounts,
  importProgress,
  ownAddresses,
  ownersOf,
} from './index.ts';

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

const ethereum = networkId('evm:1');
const since2021 = { from: new Date('2021-04-01T00:00:00Z'), to: null };
const addressOf = (number: number): Address =>
  address(`0x${number.toString(16).padStart(40, '0')}`);
const customerOf = (number: number) => exchangeCustomerId(`ex-${number}`);

type AddressRecord = Extract<AccountRecord, { kind: 'address' }>;

function issued(number: number, change: Partial<AddressRecord> = {}): AddressRecord {
  return {
    kind: 'address',
    revision: BigInt(number * 2 + 2),
    issue: `i-${number}`,
    network: ethereum,
    address: addressOf(number),
    customer: customerOf(number),
    assets: null,
    control: { kind: 'hd', path: `m/44'/60'/0'/0/${number}` },
    valid: since2021,
    ...change,
  };
}

function customer(number: number, revision = BigInt(number * 2 + 1)): AccountRecord {
  return { kind: 'customer', revision, customer: customerOf(number), language: 'ja' };
}

/** An exchange with these records: everything in pages of `rows`, changes as they are added. */
function source(records: AccountRecord[], rows = 10_000) {
  const sorted = () => records.toSorted((a, b) => (a.revision < b.revision ? -1 : 1));
  const page = (after: string) => {
    const rest = sorted().filter((one) => one.revision > BigInt(after));
    const shown = rest.slice(0, rows);
    const cursor = String(shown.at(-1)?.revision ?? after);
    return { records: shown, cursor, more: rest.length > shown.length };
  };
  const exchange = {
    records,
    calls: 0,
    failOn: new Set<number>(),
    async accounts({ cursor }: { cursor: string | null }) {
      exchange.calls += 1;
      if (exchange.failOn.has(exchange.calls)) return refuse('exchange_unreachable');
      const { records: shown, cursor: next, more } = page(cursor ?? '0');
      return done({ records: shown, next: more ? next : null, changesSince: next });
    },
    async changes({ since }: { since: string }) {
      return done(page(since));
    },
    async assets() {
      return done([]);
    },
  };
  return exchange;
}

async function got<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(settled.code);
  return settled.value;
}

const count = async (table: 'customers' | 'deposit_addresses' | 'audit_entries') => {
  const row = await database
    .selectFrom(table)
    .select((on) => on.fn.countAll<bigint>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
};

describe('the bulk import', () => {
  test('reads 12,500 customers and their addresses in pages of 10,000, and finds one at once', async () => {
    const many = Array.from({ length: 12_500 }, (_, at) => [customer(at), issued(at)]).flat();
    const exchange = source(many);
    expect(await got(importAccounts(context, exchange))).toEqual({ records: 25_000 });
    expect(await count('customers')).toBe(12_500);
    expect(await count('deposit_addresses')).toBe(12_500);
    const { issued: found } = await ownersOf(database, addressOf(7_777));
    const who = await findExchangeCustomer(database, customerOf(7_777));
    expect(found).toMatchObject([{ customer: who?.id, network: ethereum, valid: since2021 }]);

    await sql`analyze deposit_addresses`.execute(database);
    const plan = await sql<{ 'QUERY PLAN': string }>`
      explain select * from deposit_addresses where address = ${addressOf(7_777)}`.execute(
      database,
    );
    expect(JSON.stringify(plan.rows)).toContain('deposit_addresses_address');
  });

  test('goes on from the page where it was stopped', async () => {
    const exchange = source(
      Array.from({ length: 50 }, (_, at) => [customer(at), issued(at)]).flat(),
      10,
    );
    exchange.failOn = new Set([3, 6]);
    expect(await importAccounts(context, exchange)).toMatchObject({ code: 'exchange_unreachable' });
    expect(await importProgress(database)).toMatchObject({ phase: 'bulk', records: 20n });
    expect(await importAccounts(context, exchange)).toMatchObject({ code: 'exchange_unreachable' });
    expect(await got(importAccounts(context, exchange))).toEqual({ records: 60 });
    // Two calls failed; every page was read once.
    expect(exchange.calls).toBe(12);
    expect(await count('deposit_addresses')).toBe(50);
    expect(await importProgress(database)).toMatchObject({ phase: 'changes', cursor: '10' });
  });

  test('done by three processes at once stores everything once', async () => {
    const exchange = source(
      Array.from({ length: 50 }, (_, at) => [customer(at), issued(at)]).flat(),
      10,
    );
    const runs = [1, 2, 3].map(() => got(importAccounts(context, exchange)));
    const stored = (await Promise.all(runs)).reduce((sum, run) => sum + run.records, 0);
    expect(stored).toBe(100);
    expect(await count('deposit_addresses')).toBe(50);
  });

  test('refuses a source that goes round in circles', async () => {
    const exchange = source([customer(0)]);
    const circle = {
      ...exchange,
      accounts: async () => done({ records: [], next: 'same', changesSince: '0' }),
    };
    expect(await importAccounts(context, circle)).toMatchObject({ code: 'accounts_source_stuck' });
  });

  test('an address may come before its customer', async () => {
    await got(importAccounts(context, source([issued(1), customer(1, 9n)])));
    expect(await count('customers')).toBe(1);
    expect(await findExchangeCustomer(database, customerOf(1))).toMatchObject({ language: 'ja' });
  });
});

describe('following changes', () => {
  test('waits for the bulk import', async () => {
    expect(await followChanges(context, source([]))).toMatchObject({
      code: 'accounts_not_imported',
    });
  });

  test('ends an address, issues the next, and forgets neither', async () => {
    const exchange = source([customer(1), issued(1)]);
    await got(importAccounts(context, exchange));
    const retired = new Date('2026-11-21T00:00:00Z');
    exchange.records[1] = issued(1, { revision: 20n, valid: { ...since2021, to: retired } });
    exchange.records.push(issued(2, { revision: 21n, customer: customerOf(1) }));
    expect(await got(followChanges(context, exchange))).toEqual({ records: 2, more: false });
    expect(await got(followChanges(context, exchange))).toEqual({ records: 0, more: false });
    const who = await findExchangeCustomer(database, customerOf(1));
    if (!who) throw new Error('the customer is known');
    const own = await addressesOf(database, who.id);
    expect(own.map((one) => [one.issue, one.valid.to]).sort()).toEqual([
      ['i-1', retired],
      ['i-2', null],
    ]);
  });

  test('an old page read late changes nothing', async () => {
    const to = new Date('2026-11-21T00:00:00Z');
    const exchange = source([
      customer(1),
      issued(1, { revision: 20n, valid: { ...since2021, to } }),
    ]);
    await got(importAccounts(context, exchange));
    const late = {
      ...exchange,
      changes: async () =>
        done({ records: [issued(1, { revision: 19n })], cursor: '21', more: false }),
    };
    await got(followChanges(context, late));
    const { issued: found } = await ownersOf(database, addressOf(1));
    expect(found[0]?.valid.to).toEqual(to);
  });

  test('an address that went from one customer to another has two owners over time', async () => {
    const handed = new Date('2024-01-01T00:00:00Z');
    const first = issued(1, { valid: { ...since2021, to: handed } });
    const second = issued(2, { address: addressOf(1), valid: { from: handed, to: null } });
    const memo = { kind: 'shared', memo: '81230' } as const;
    const third = issued(3, {
      address: addressOf(1),
      network: networkId('evm:137'),
      control: memo,
    });
    await got(importAccounts(context, source([first, second, third])));
    const { issued: found } = await ownersOf(database, addressOf(1));
    expect(found.map((one) => one.issue)).toEqual(['i-1', 'i-3', 'i-2']);
    expect(new Set(found.map((one) => one.customer)).size).toBe(3);
  });

  test('stops at an issue that has become somebody else’s', async () => {
    const exchange = source([customer(1), customer(2), issued(1)]);
    await got(importAccounts(context, exchange));
    for (const change of [{ customer: customerOf(2) }, { address: addressOf(9) }]) {
      exchange.records[2] = issued(1, { revision: 30n, ...change });
      expect(await followChanges(context, exchange)).toMatchObject({
        code: 'accounts_issue_reassigned',
        facts: { issue: 'i-1' },
      });
    }
    const { issued: found } = await ownersOf(database, addressOf(1));
    const who = await findExchangeCustomer(database, customerOf(1));
    expect(found).toMatchObject([{ customer: who?.id }]);
  });

  test('keeps the addresses of the exchange itself apart', async () => {
    const own: AccountRecord = {
      kind: 'own_address',
      revision: 1n,
      issue: 'own-1',
      network: ethereum,
      address: addressOf(1),
      purpose: 'hot',
      control: { kind: 'vault', custodian: 'c', ref: 'r' },
      valid: since2021,
    };
    await got(importAccounts(context, source([own])));
    expect(await ownersOf(database, addressOf(1))).toMatchObject({
      issued: [],
      own: [{ purpose: 'hot' }],
    });
    expect(await ownAddresses(database)).toHaveLength(1);
  });
});

test('the database forgets no address, whoever asks', async () => {
  await got(importAccounts(context, source([customer(1), customer(2), issued(1)])));
  const other = await findExchangeCustomer(database, customerOf(2));
  await expect(sql`delete from deposit_addresses`.execute(database)).rejects.toThrow('forgotten');
  await expect(sql`truncate deposit_addresses`.execute(database)).rejects.toThrow('forgotten');
  await expect(
    sql`update deposit_addresses set customer_id = ${other?.id}`.execute(database),
  ).rejects.toThrow('a new owner is a new issue');
  await expect(
    sql`update deposit_addresses set address = ${addressOf(2)}`.execute(database),
  ).rejects.toThrow('a new owner is a new issue');
});
