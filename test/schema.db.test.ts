import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from './postgres.ts';
import { schemaTypes } from './schema-types.ts';

test('src/db/schema.gen.ts is as the migrations say (npm run db:types)', async () => {
  const { database, url } = await testDatabase();
  await database.destroy();
  const written = readFileSync(join(import.meta.dirname, '../src/db/schema.gen.ts'), 'utf8');
  expect(written).toBe(await schemaTypes(url));
});
