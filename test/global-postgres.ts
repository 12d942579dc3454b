import type { TestProject } from 'vitest/node';
import { startTestPostgres } from './postgres.ts';

/** One server for all database test files of a run; each file clones its own database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = project.config.env['KAERU_TEST_POSTGRES_BINARIES'];
  const server = await startTestPostgres(binaries || undefined);
  const base = server.urlOf('').replace(/\/$/, '');
  project.config.env['KAERU_TEST_POSTGRES'] = base;
  process.env['KAERU_TEST_POSTGRES'] = base;
  return () => server.stop();
}
