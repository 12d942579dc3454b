/** The desk's reads against the bare SQL they need, with 5,000 cases. Run: node bench/desk-reads.ts */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/app/postgres/embedded.ts';
import { type Database, migrate, openDatabase } from '../src/db/index.ts';
import {
  readCasePage,
  readWorklist,
  worklistClusters,
  worklistColumns,
} from '../src/desk/index.ts';
import { presentCase } from '../src/http/routes/present-case.ts';
import { invariant, newId, systemClock } from '../src/std/index.ts';
import { seedDesk } from './seed-desk.ts';

/** How long a read of the desk takes, and the same SQL without anything around it. */
export interface DeskReadMeasure {
  readonly read: 'worklist' | 'case page';
  readonly ratio: number;
  readonly oursMilliseconds: number;
  readonly bareMilliseconds: number;
  readonly statements: number;
}

const casesSeeded = 5_000;
const rounds = 41;
const rowsOfAPage = 50;

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Measures both in `database`, which must be migrated and empty. The bare side sends the very
 * statements that the read sent, one after the other on one connection, and reads their rows.
 */
export async function measureDeskReads(
  database: Database,
  url: string,
): Promise<readonly DeskReadMeasure[]> {
  const numbers = await seedDesk(database, systemClock.now(), casesSeeded);
  await sql`vacuum analyze`.execute(database);
  const { rows } = await sql<{ number: string }>`
    select number from claims where state = 'approving' order by number limit 1`.execute(database);
  const number = rows[0]?.number ?? numbers[0] ?? '';
  const actor = { kind: 'staff', id: newId() as string, roles: ['treasury', 'risk'] } as const;
  const reads = {
    worklist: async () => {
      const reader = { actor, now: systemClock.now(), language: 'ja' } as const;
      const filter = { view: 'mine', turn: null, states: [], q: null } as const;
      const asked = { ...filter, sort: 'due', after: null, limit: rowsOfAPage } as const;
      const page = await Promise.all([
        readWorklist(database, reader, asked),
        worklistColumns(database, reader),
        worklistClusters(database, reader),
      ]);
      invariant(page[0].length === rowsOfAPage, 'a page of the list is full');
    },
    'case page': async () => {
      const context = { database, actor, clock: systemClock, profile: 'open' } as const;
      const page = await readCasePage(context, number, 'ja');
      invariant(page.ok, 'the case is there');
      JSON.stringify(presentCase(page.value, 'ja'));
    },
  } as const;
  const measures: DeskReadMeasure[] = [];
  for (const read of ['worklist', 'case page'] as const) {
    measures.push(await measureRead(read, reads[read], url));
  }
  return measures;
}

async function measureRead(
  read: DeskReadMeasure['read'],
  ours: () => Promise<void>,
  url: string,
): Promise<DeskReadMeasure> {
  const statements = await statementsOf(ours);
  invariant(statements.length > 0, 'a read asks the database');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const bare = async () => {
    for (const { text, values } of statements) await client.query(text, [...values]);
  };
  try {
    const [oursTook, bareTook]: [number[], number[]] = [[], []];
    // In turn, so that a busy moment of the machine falls on both.
    for (let round = 0; round < rounds; round += 1) {
      oursTook.push(await millisecondsOf(ours));
      bareTook.push(await millisecondsOf(bare));
    }
    const [oursMilliseconds, bareMilliseconds] = [median(oursTook), median(bareTook)];
    const ratio = oursMilliseconds / bareMilliseconds;
    return { read, ratio, oursMilliseconds, bareMilliseconds, statements: statements.length };
  } finally {
    await client.end();
  }
}

/** The statements that a read sends, in the order in which it sends them. */
async function statementsOf(read: () => Promise<void>): Promise<readonly Statement[]> {
  const sent: Statement[] = [];
  const client = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = client;
  client.query = function (this: unknown, ...given: unknown[]) {
    const [text, values] = given;
    if (typeof text === 'string') sent.push({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, given);
  };
  try {
    await read();
  } finally {
    client.query = query;
  }
  return sent;
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Starts a server with the settings of production, fills it, and measures. */
export async function benchDeskReads(): Promise<readonly DeskReadMeasure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaeru-bench-'));
  const server = await startEmbeddedPostgres({ folder });
  try {
    const admin = openDatabase(server.urlOf('postgres'));
    await sql`create database bench`.execute(admin);
    await admin.destroy();
    const url = server.urlOf('bench');
    const database = openDatabase(url);
    try {
      await migrate(database);
      return await measureDeskReads(database, url);
    } finally {
      await database.destroy();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchDeskReads(), null, 2));
