import { sql } from 'kysely';
import type { Database, Tx } from '../db/index.ts';

/** A change of staff takes two people, so that the house is not complete with one. */
export const administratorsMin = 2;

/** The ids of those who may decide on changes of staff now. */
export async function administrators(database: Database | Tx): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('staff')
    .select('id')
    .where(sql<boolean>`'administrator' = any (roles)`)
    .where('suspension', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
