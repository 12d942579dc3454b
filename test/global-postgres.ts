import { startTestPostgres } from './postgres.ts';

/**
 * One server for all database test files of a run; each file clones its own database. Runs on the
 * embedded PostgreSQL, or on the binaries that KAERU_TEST_POSTGRES_BINARIES names.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestPostgres(process.env['KAERU_TEST_POSTGRES_BINARIES'] || undefined);
  process.env['KAERU_TEST_POSTGRES'] = server.urlOf('').replace(/\/$/, '');
  return () => server.stop();
}
