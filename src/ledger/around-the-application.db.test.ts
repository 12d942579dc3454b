import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type Database, inTransaction } from '../db/index.ts';
import { amount, assetId, unitsMax } from '../money/index.ts';
import { clockAt, newId } from '../std/index.ts';
import { findEntry, foundOnChain, post, trialBalance } from './index.ts';

/**
 * Invariant 2, with the application left out: what the database itself refuses to whoever holds a
 * connection, and what `trialBalance` finds when even that was switched off.
 */

const wbtc = assetId('evm:61/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599');
const usdt = assetId('evm:61/token:0xdac17f958d2ee523a2206206994597c13d831ec7');
const clock = clockAt('2026-11-22T00:00:00Z');
const address = `0x${'aa'.repeat(20)}`;
const found = foundOnChain({
  caseNumber: 'K-1',
  transfer: 'evm:61/0x1/log:0',
  network: 'evm:61',
  address,
  amount: amount(wbtc, 5n),
});

let database: Database;
let ids: { chain: bigint; owed: bigint; otherAsset: bigint };

/** A database of its own with two entries in it. */
async function open(): Promise<void> {
  ({ database } = await testDatabase());
  await inTransaction(database, (tx) => post(tx, { clock }, found));
  const other = { ...found, key: 'other' };
  await inTransaction(database, (tx) =>
    post(
      tx,
      { clock },
      {
        ...other,
        transfers: found.transfers.map((line) => ({ ...line, amount: amount(usdt, 5n) })),
      },
    ),
  );
  const id = async (code: string, asset: string) =>
    (
      await database
        .selectFrom('ledger_accounts')
        .select('id')
        .where('code', '=', code)
        .where('asset', '=', asset)
        .executeTakeFirstOrThrow()
    ).id;
  ids = {
    chain: await id(`chain/evm:61/${address}`, wbtc),
    owed: await id('owed/claim/K-1', wbtc),
    otherAsset: await id('owed/claim/K-1', usdt),
  };
}
const close = () => database.destroy();

/** Inserts an entry and its lines with plain SQL. `lineCount` is what the entry claims to have. */
async function insert(
  lines: readonly { debit: bigint; credit: bigint; asset?: string; units: bigint | string }[],
  lineCount = lines.length,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    const id: string = newId();
    await sql`insert into ledger_entries
      (id, template, key, case_number, at, facts, line_count, body_hash)
      values (${id}, 'x', ${id}, 'K-1', ${clock.now()}, '{}', ${lineCount}, 'x')`.execute(tx);
    const rows = lines.map(
      (line, index) =>
        sql`(${id}::uuid, ${index + 1}::int, ${line.debit}::bigint, ${line.credit}::bigint,
          ${line.asset ?? wbtc}, ${String(line.units)}::numeric)`,
    );
    await sql`insert into ledger_transfers
      (entry_id, line, debit_account, credit_account, asset, amount)
      values ${sql.join(rows)}`.execute(tx);
  });
}

describe('the database refuses', () => {
  beforeAll(open);
  afterAll(close);

  test.each(['ledger_entries', 'ledger_transfers', 'ledger_accounts'])(
    'to change, delete or empty %s',
    async (table) => {
      const name = sql.table(table);
      const column = sql.ref(table === 'ledger_entries' ? 'template' : 'asset');
      for (const statement of [
        sql`update ${name} set ${column} = ${column}`,
        sql`delete from ${name}`,
        sql`truncate ${name} cascade`,
      ]) {
        await expect(statement.execute(database)).rejects.toThrow(
          /append-only|only with transfers/,
        );
      }
    },
  );

  test('to move a running total by hand', async () => {
    for (const statement of [
      sql`update ledger_balances set credits = credits + 1`,
      sql`delete from ledger_balances`,
      sql`truncate ledger_balances`,
      sql`insert into ledger_balances values (999, 'debit', true, 0, 0)`,
    ]) {
      await expect(statement.execute(database)).rejects.toThrow('only with transfers');
    }
  });

  test('a line whose accounts are of another asset than its own', async () => {
    const { chain, otherAsset, owed } = ids;
    for (const [debit, credit] of [
      [chain, otherAsset],
      [otherAsset, chain],
    ] as const) {
      const mixed = insert([{ debit, credit, units: 1n }]);
      await expect(mixed).rejects.toThrow('foreign key');
    }
    const named = insert([{ debit: chain, credit: owed, asset: usdt, units: 1n }]);
    await expect(named).rejects.toThrow('foreign key');
  });

  test('a line with one side, or with the same side twice', async () => {
    const { chain } = ids;
    await expect(insert([{ debit: chain, credit: 0n, units: 1n }])).rejects.toThrow('foreign key');
    const half = sql`insert into ledger_transfers (entry_id, line, debit_account, asset, amount)
      select id, 1, ${chain}, ${wbtc}, 1 from ledger_entries limit 1`.execute(database);
    await expect(half).rejects.toThrow('credit_account');
    await expect(insert([{ debit: chain, credit: chain, units: 1n }])).rejects.toThrow('check');
  });

  test.each([0n, -1n, unitsMax + 1n])('an amount of %i', async (units) => {
    const { chain, owed } = ids;
    await expect(insert([{ debit: chain, credit: owed, units }])).rejects.toThrow(/check|overflow/);
  });

  test('an overdraft', async () => {
    const { chain, owed } = ids;
    await insert([{ debit: owed, credit: chain, units: 5n }]);
    const over = insert([{ debit: owed, credit: chain, units: 1n }]);
    await expect(over).rejects.toThrow('ledger_balances_not_overdrawn');
  });

  test('a line added to an entry later, or left out of it', async () => {
    const { chain, owed } = ids;
    const line = { debit: chain, credit: owed, units: 1n };
    await expect(insert([line], 2)).rejects.toThrow('all at once');
    await expect(insert([line, line], 1)).rejects.toThrow('all at once');
    const later = sql`insert into ledger_transfers
      (entry_id, line, debit_account, credit_account, asset, amount)
      select id, 2, ${chain}, ${owed}, ${wbtc}, 1 from ledger_entries limit 1`.execute(database);
    await expect(later).rejects.toThrow('all at once');
  });

  test('a key twice, and an entry that follows nothing', async () => {
    const entry = (key: string, follows: string | null) =>
      sql`insert into ledger_entries
        (id, template, key, follows, case_number, at, facts, line_count, body_hash)
        values (gen_random_uuid(), 'x', ${key}, ${follows}, 'K-1', ${clock.now()}, '{}', 1, 'x')
      `.execute(database);
    await expect(entry(found.key, null)).rejects.toThrow('unique');
    await expect(entry('x', 'never booked')).rejects.toThrow('foreign key');
  });
});

describe('what was inserted around the application', () => {
  beforeAll(open);
  afterAll(close);

  test('but within the rules, is counted like everything else', async () => {
    const { chain, owed } = ids;
    await insert([{ debit: chain, credit: owed, units: 2n }]);
    expect(await trialBalance(database)).toMatchObject({
      balances: true,
      assets: [
        { asset: wbtc, debits: 7n, credits: 7n },
        { asset: usdt, debits: 5n, credits: 5n },
      ],
    });
  });
});

describe('with the triggers switched off', () => {
  beforeEach(open);
  afterEach(close);

  const around = (statement: ReturnType<typeof sql>) =>
    inTransaction(database, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await statement.execute(tx);
    });

  test('a changed amount shows in the trial balance and on reading the entry', async () => {
    await around(sql`update ledger_transfers set amount = 6 where asset = ${wbtc}`);
    expect(await trialBalance(database)).toMatchObject({
      balances: false,
      accountsWrong: [`chain/evm:61/${address} ${wbtc}`, `owed/claim/K-1 ${wbtc}`],
    });
    await expect(findEntry(database, found.key)).rejects.toThrow('reads as it was booked');
  });

  test('a changed total shows', async () => {
    await around(sql`update ledger_balances set credits = 9 where account_id = ${ids.owed}`);
    const trial = await trialBalance(database);
    expect(trial).toMatchObject({ balances: false, accountsWrong: [`owed/claim/K-1 ${wbtc}`] });
  });

  test('a deleted line shows', async () => {
    await around(sql`delete from ledger_transfers where asset = ${wbtc}`);
    const trial = await trialBalance(database);
    expect(trial).toMatchObject({ balances: false, entriesIncomplete: [found.key] });
  });

  test('an overdraft is refused all the same', async () => {
    const over = around(sql`update ledger_balances set debits = 9 where account_id = ${ids.owed}`);
    await expect(over).rejects.toThrow('ledger_balances_not_overdrawn');
  });
});
