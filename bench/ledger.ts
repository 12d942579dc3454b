/** Ledger postings per second against plain inserts of the same rows. Run: node bench/ledger.ts */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startEmbeddedPostgres } from '../src/app/postgres/embedded.ts';
import { type Database, inTransaction, migrate, openDatabase } from '../src/db/index.ts';
import {
  type Entry,
  feeInKind,
  foundOnChain,
  post,
  returnSettled,
  trialBalance,
} from '../src/ledger/index.ts';
import { amount, assetId } from '../src/money/index.ts';
import { invariant, newId, randomHex, systemClock } from '../src/std/index.ts';

/** `ratio`: how many times slower a posting is than the plain inserts; the target is at most 3. */
export interface LedgerMeasure {
  readonly connections: number;
  readonly ratio: number;
  readonly postingsPerSecond: number;
  readonly plainPerSecond: number;
}

/** Rounds of each kind, in turn; the median counts, so that one hiccup of the machine does not. */
const rounds = 5;
const claimsARound = 160;
const network = 'evm:61';
const wbtc = assetId(`${network}/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599`);

/**
 * Measures both in `database`, which must be migrated: claims that are found, returned, and charged
 * in kind (three entries each, with new accounts for every claim and one account that all of them
 * share), each entry in a transaction of its own. The plain side inserts the same rows into tables
 * without an index but the primary key, a check or a trigger, also in a transaction an entry.
 */
export async function measureLedger(
  database: Database,
  connections: number,
): Promise<LedgerMeasure> {
  await sql`create table if not exists bench_entries (id uuid primary key, template text, key text,
    case_number text, at timestamptz, facts jsonb, line_count int, body_hash text)`.execute(
    database,
  );
  await sql`create table if not exists bench_transfers (entry_id uuid, line int,
    debit_account bigint, credit_account bigint, asset text, amount numeric(78, 0),
    primary key (entry_id, line))`.execute(database);
  const posted: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    posted.push(await entriesPerSecond(connections, (entry) => postEntry(database, entry)));
    plain.push(await entriesPerSecond(connections, (entry) => insertPlainly(database, entry)));
  }
  invariant((await trialBalance(database)).balances, 'the books balance after the measure');
  const [postingsPerSecond, plainPerSecond] = [median(posted), median(plain)];
  return {
    connections,
    ratio: Number((plainPerSecond / postingsPerSecond).toFixed(2)),
    postingsPerSecond,
    plainPerSecond,
  };
}

async function entriesPerSecond(
  connections: number,
  book: (entry: Entry) => Promise<void>,
): Promise<number> {
  const claims = Array.from({ length: claimsARound }, entriesOfOneClaim);
  const entries = claims.length * 3;
  const from = performance.now();
  const worker = async () => {
    for (let claim = claims.pop(); claim; claim = claims.pop()) {
      for (const entry of claim) await book(entry);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return Math.round((entries * 1000) / (performance.now() - from));
}

function entriesOfOneClaim(): Entry[] {
  const caseNumber = `K-${randomHex(8)}`;
  const address = `0x${randomHex(20)}`;
  const transaction = `0x${randomHex(32)}`;
  const claim = { caseNumber, network, address, transaction, payment: newId() as string };
  const transfer = `${network}/${transaction}/log:0`;
  return [
    foundOnChain({ ...claim, transfer, amount: amount(wbtc, 500_000_000n) }),
    returnSettled({ ...claim, amount: amount(wbtc, 497_500_000n) }),
    feeInKind({ ...claim, fee: amount(wbtc, 2_500_000n) }),
  ];
}

async function postEntry(database: Database, entry: Entry): Promise<void> {
  const context = { clock: systemClock };
  const outcome = await inTransaction(database, (tx) => post(tx, context, entry));
  invariant(outcome.ok && outcome.value.status === 'posted', 'a new entry is posted');
}

async function insertPlainly(database: Database, entry: Entry): Promise<void> {
  const id: string = newId();
  await inTransaction(database, async (tx) => {
    await sql`insert into bench_entries values (${id}, ${entry.template}, ${entry.key},
      ${entry.caseNumber}, ${systemClock.now()}, ${JSON.stringify(entry.facts)},
      ${entry.transfers.length}, ${id})`.execute(tx);
    const rows = entry.transfers.map(
      ({ amount }, index) =>
        sql`(${id}, ${index + 1}, 1, 2, ${amount.asset}, ${amount.units.toString()})`,
    );
    await sql`insert into bench_transfers values ${sql.join(rows)}`.execute(tx);
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Starts a server with the settings of production, and measures at one connection and at eight: once
 * with every commit on the disk, and once without waiting for it, where nothing hides behind the disk.
 */
export async function benchLedger(): Promise<{
  readonly onDisk: LedgerMeasure[];
  readonly notWaitingForDisk: LedgerMeasure[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-bench-'));
  const server = await startEmbeddedPostgres({ folder });
  try {
    const admin = openDatabase(server.urlOf('postgres'));
    await sql`create database bench`.execute(admin);
    await admin.destroy();
    const measure = async (options: string) => {
      const database = openDatabase(`${server.urlOf('bench')}${options}`);
      await migrate(database);
      const measures = [await measureLedger(database, 1), await measureLedger(database, 8)];
      await database.destroy();
      return measures;
    };
    const onDisk = await measure('');
    const notWaitingForDisk = await measure('?options=-c%20synchronous_commit%3Doff');
    return { onDisk, notWaitingForDisk };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchLedger(), null, 2));
