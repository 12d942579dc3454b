/** Writes src/db/schema.gen.ts from a freshly migrated database. Run: npm run db:types */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestPostgres } from '../test/postgres.ts';
import { schemaTypes } from '../test/schema-types.ts';

const server = await startTestPostgres();
try {
  const target = join(import.meta.dirname, '../src/db/schema.gen.ts');
  writeFileSync(target, await schemaTypes(server.urlOf('kaeru_template')));
} finally {
  await server.stop();
}
