import pg from 'pg';

const typeOf: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  int4: 'number',
  int8: 'bigint',
  json: 'unknown',
  jsonb: 'unknown',
  numeric: 'bigint',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  _text: 'string[]',
};

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
  readonly is_identity: boolean;
}

/** The text of schema.gen.ts for the database at `url`. */
export async function schemaTypes(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Column>(`
    select table_name, column_name, udt_name, is_nullable = 'YES' as nullable,
      column_default is not null as has_default,
      is_identity = 'YES' or is_generated = 'ALWAYS' as is_identity
    from information_schema.columns
    where table_schema = 'public' order by table_name, ordinal_position`);
  await client.end();
  const tables = new Map<string, Column[]>();
  for (const row of rows) {
    tables.set(row.table_name, [...(tables.get(row.table_name) ?? []), row]);
  }
  const bodies = [...tables].map(
    ([name, columns]) => `  ${name}: {\n${columns.map(column).join('')}  };\n`,
  );
  return [
    '// Written by `npm run db:types` from the migrations. Do not edit.\n',
    "import type { ColumnType, Generated } from 'kysely';\n\n",
    'export interface Schema {\n',
    ...bodies,
    '}\n',
  ].join('');
}

function column(one: Column): string {
  const base = typeOf[one.udt_name];
  if (!base) throw new Error(`no type is known for ${one.udt_name} (${one.column_name})`);
  // JSON goes in as text, so that a list is not taken for a PostgreSQL array.
  const type =
    base === 'unknown'
      ? `ColumnType<unknown, string${one.nullable ? ' | null' : ''}, string${one.nullable ? ' | null' : ''}>`
      : `${base}${one.nullable ? ' | null' : ''}`;
  const generated = one.is_identity || one.has_default;
  const optional = one.nullable || generated;
  if (base === 'unknown' && optional) {
    return `    ${one.column_name}: ColumnType<unknown, string | null | undefined, string | null>;\n`;
  }
  return `    ${one.column_name}: ${generated ? `Generated<${type}>` : type};\n`;
}
