import { type Kysely, sql } from 'kysely';
import type { Database, Schema, Tx } from '../db/index.ts';

/**
 * Runs `work` while this process alone holds `name`; returns null at once when somebody else does. The
 * lock lives on a database connection: it is gone the moment the process is, so a killed worker blocks
 * nobody. What `work` writes must still be conditional on the state it read, because a connection can
 * be cut while its process goes on.
 *
 * All locks of a process share **one** connection of its pool. Were it one each, as many workers as the
 * pool has connections could take a lock and then wait for each other's connection for ever.
 */
export async function alone<T>(
  database: Database,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const held = heldBy(database);
  // One connection may take the same lock twice, so whoever shares it is asked first.
  if (held.names.has(name)) return null;
  held.names.add(name);
  try {
    return await withLock(database, held, name, work);
  } finally {
    held.names.delete(name);
  }
}

/**
 * Waits until no other transaction is at work under `name`, then holds it until this one ends. For what
 * two transactions must not decide at once, where there is no row yet that both would lock.
 */
export async function takeTurn(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** The locks that this process holds in one database. */
interface Held {
  readonly names: Set<string>;
  shared: Shared | null;
}

/** The connection that they live on. */
interface Shared {
  /** How many use it now; the last one gives it back. */
  users: number;
  readonly opened: Promise<{ readonly connection: Kysely<Schema>; giveBack(): void }>;
}

const heldIn = new WeakMap<Database, Held>();

function heldBy(database: Database): Held {
  const held = heldIn.get(database) ?? { names: new Set(), shared: null };
  heldIn.set(database, held);
  return held;
}

async function withLock<T>(
  database: Database,
  held: Held,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  held.shared ??= { users: 0, opened: takeOut(database) };
  const { shared } = held;
  shared.users += 1;
  // Nobody may join a connection that has failed or that is being given back.
  const leave = () => {
    if (held.shared === shared) held.shared = null;
  };
  try {
    const { connection } = await shared.opened.catch(rethrowAfter(leave));
    const ask = async (question: 'pg_try_advisory_lock' | 'pg_advisory_unlock') => {
      const { rows } = await sql<{ yes: boolean }>`
        select ${sql.raw(question)}(hashtextextended(${name}, 0)) as yes`.execute(connection);
      return rows[0]?.yes === true;
    };
    if (!(await ask('pg_try_advisory_lock').catch(rethrowAfter(leave)))) return null;
    try {
      return await work();
    } finally {
      // With the connection gone the lock is gone too: what the work came to stands.
      await ask('pg_advisory_unlock').catch(leave);
    }
  } finally {
    shared.users -= 1;
    if (shared.users === 0) {
      leave();
      await shared.opened.then(
        ({ giveBack }) => giveBack(),
        // One that could not be had need not be given back.
        () => undefined,
      );
    }
  }
}

function rethrowAfter(act: () => void): (error: unknown) => never {
  return (error) => {
    act();
    throw error;
  };
}

/** Takes one connection out of the pool until it is given back. */
function takeOut(database: Database): Shared['opened'] {
  return new Promise((resolve, reject) => {
    database
      .connection()
      .execute((connection) => new Promise<void>((giveBack) => resolve({ connection, giveBack })))
      .catch(reject);
  });
}
