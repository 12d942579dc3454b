import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { invariant } from '../std/index.ts';
import type { Schema } from './schema.gen.ts';

/** The database outside a transaction. */
export type Database = Kysely<Schema>;

/** The database inside one: commands take this, so that what they write commits together. */
export type Tx = Transaction<Schema>;

/** Whole numbers only: `numeric(78,0)` and `bigint` columns are read as bigint, never as number. */
const wholeNumber = (text: string): bigint => {
  invariant(/^-?\d+$/.test(text), `'${text}' from the database is a whole number`);
  return BigInt(text);
};
const oidInt8 = 20;
const oidNumeric = 1700;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === oidInt8 || oid === oidNumeric
      ? wholeNumber
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

const connectionsMax = 12;
const connectTimeoutMs = 10_000;
/** A statement that runs longer than this is a defect; it is cancelled rather than waited for. */
const statementTimeoutMs = 60_000;

/** Opens a pool of connections to `url` (postgres://…). Close it with `database.destroy()`. */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: 'kaeru',
    types,
  });
  // An idle connection that the server closes must not take the process with it.
  pool.on('error', () => {});
  // Neither must one that is taken out and waits; whoever asks it next is told.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Runs `work` in one transaction: all of it commits, or none. */
export function inTransaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction().execute(work);
}

/** True when `error` is a unique violation of `constraint` (or of any, when none is named). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}
