import type { Database, Tx } from '../db/index.ts';

/** A member of staff, as colleagues know them. */
export interface StaffName {
  readonly id: string;
  readonly name: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The names of these people; Kaeru itself and whoever is no member of staff are left out. */
export async function staffNames(
  database: Database | Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, StaffName>> {
  const wanted = [...new Set(ids.flatMap((id) => (id && uuid.test(id) ? id : [])))];
  if (wanted.length === 0) return new Map();
  const rows = await database
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
