import { existsSync } from 'node:fs';
import { postgres15Binaries } from './programs.ts';
import { clearStale } from './runner/clear-stale.ts';
import { installMissing } from './runner/install.ts';
import { runCheck, runVitest, type Tally } from './runner/suite.ts';

/**
 * `npm test`: installs what is missing where it can, then runs everything, and closes with one line
 * that sums it up. Exits with 0 only if nothing failed.
 */
const print = (line: string) => process.stdout.write(`${line}\n`);

const cleared = await clearStale();
if (cleared > 0) print(`Cleared up after ${cleared} test runs that were killed.`);
const installed = installMissing(print);
for (const sentence of installed.skips) print(sentence);

const suites: readonly (readonly [string, () => Tally])[] = [
  ['types', () => runCheck('.bin/tsc', ['-p', '.'])],
  ['types of the pages', () => runCheck('.bin/tsc', ['-p', 'tsconfig.web.json'])],
  ['lint and format', () => runCheck('.bin/biome', ['check', '.'])],
  ['unit', () => runVitest('unit', 'unit')],
  ['database, embedded PostgreSQL 18', () => runVitest('db', 'db-18')],
  ["database, Debian's PostgreSQL 15", onPostgres15],
  ['nodes', () => runVitest('node', 'node')],
  ['stories', () => runVitest('story', 'story')],
];

const tallies: Tally[] = [];
for (const [name, run] of suites) {
  print(`\n── ${name}`);
  tallies.push(run());
}
print('');
for (const [index, [name]] of suites.entries()) {
  const { passed, failed, skipped } = tallies[index] as Tally;
  print(`${name}: passed ${passed}, failed ${failed}, skipped ${skipped}`);
}
for (const sentence of installed.skips) print(sentence);
const sum = (what: keyof Tally) => tallies.reduce((total, tally) => total + tally[what], 0);
const failed = sum('failed') + (installed.failed ? 1 : 0);
print(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

function onPostgres15(): Tally {
  if (!existsSync(postgres15Binaries)) return { passed: 0, failed: 0, skipped: 1 };
  return runVitest('db', 'db-15', { KAERU_TEST_POSTGRES_BINARIES: postgres15Binaries });
}
