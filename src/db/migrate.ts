import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { invariant } from '../std/index.ts';
import type { Database } from './pool.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any number that nothing else in the database locks. */
const migrationLock = 7_205_811;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/**
 * Brings the database up to the last migration, one transaction each, in number order. Safe to call
 * from many processes at once. Returns the names of those it ran. Refuses a database in which a
 * migration that already ran reads differently now.
 */
export async function migrate(database: Database): Promise<string[]> {
  await sql`create table if not exists migrations (
    number int primary key, name text not null, checksum text not null,
    at timestamptz not null default now())`.execute(database);
  const ran: string[] = [];
  for (const migration of readMigrations()) {
    const isNew = await database.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
      const done = await sql<{ checksum: string }>`
        select checksum from migrations where number = ${migration.number}`.execute(tx);
      const earlier = done.rows[0];
      if (earlier) {
        invariant(
          earlier.checksum === migration.checksum,
          `migration ${migration.name} reads as it did when it ran; changes go into a new migration`,
        );
        return false;
      }
      await sql.raw(migration.text).execute(tx);
      await sql`insert into migrations (number, name, checksum)
        values (${migration.number}, ${migration.name}, ${migration.checksum})`.execute(tx);
      return true;
    });
    if (isNew) ran.push(migration.name);
  }
  return ran;
}

function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { number: Number.parseInt(name.slice(0, 4), 10), name, text, checksum };
    });
}
