import { sql } from 'kysely';
import type { Database } from '../src/db/index.ts';

/** Every table and column of the database in which `text` stands, however it is stored. */
export async function tablesWith(database: Database, text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    database,
  );
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const table = sql.table(`${schema}.${name}`);
    const { rows } = await sql<{ is: boolean }>`
      select exists (select 1 from ${table} as one where one::text ilike ${`%${text}%`}) as is`.execute(
      database,
    );
    if (rows[0]?.is) found.push(`${schema}.${name}`);
  }
  return found;
}
