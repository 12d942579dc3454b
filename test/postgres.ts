import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/app/postgres/embedded.ts';
import { type Database, migrate, openDatabase } from '../src/db/index.ts';
import { randomHex } from '../src/std/index.ts';
import { ownedFolder } from './runner/clear-stale.ts';

/**
 * A server for tests: fsync off, in a temporary folder, with the migrated database
 * `kaeru_template` that every test file clones.
 */
export async function startTestPostgres(binaries?: string): Promise<EmbeddedPostgres> {
  const folder = ownedFolder('postgres');
  const server = await startEmbeddedPostgres({
    folder,
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=200',
    ],
    ...(binaries ? { binaries } : {}),
  });
  const admin = openDatabase(server.urlOf('postgres'));
  await sql`create database kaeru_template`.execute(admin);
  await admin.destroy();
  const template = openDatabase(server.urlOf('kaeru_template'));
  await migrate(template);
  await template.destroy();
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of this test file's own, cloned from the template. */
export async function testDatabase(): Promise<{ database: Database; url: string }> {
  const base = process.env['KAERU_TEST_POSTGRES'];
  if (!base) throw new Error('database tests run through vitest, which starts the server');
  const name = `test_${randomHex(8)}`;
  const admin = openDatabase(`${base}/postgres`);
  await sql.raw(`create database ${name} template kaeru_template`).execute(admin);
  await admin.destroy();
  const url = `${base}/${name}`;
  return { database: openDatabase(url), url };
}
