import { sql } from 'kysely';
import type { Database } from '../db/index.ts';

/**
 * Runs `work` while this process alone holds `name`; returns null at once when another holds it. The
 * lock lives on one database connection: it is gone the moment the process is, so a killed worker
 * blocks nobody. What `work` writes must still be conditional on the state it read, because a
 * connection can be cut while its process goes on.
 */
export async function alone<T>(
  database: Database,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  return await database.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${name}, 0)) as taken`.execute(connection);
    if (!rows[0]?.taken) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection);
    }
  });
}
