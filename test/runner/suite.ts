import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const reports = join(root, 'var/test');

/** How many tests of a suite ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a program that checks the whole repository: one test, passed or failed. */
export function runCheck(script: string, args: readonly string[]): Tally {
  const ran = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const passed = ran.status === 0 ? 1 : 0;
  return { passed, failed: 1 - passed, skipped: 0 };
}

/** Runs one project of vitest. A run that fails without a failed test (a file that can't be read)
 * counts as one failure. */
export function runVitest(
  project: string,
  label: string,
  env: Readonly<Record<string, string>> = {},
): Tally {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${label}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default'];
  const output = ['--reporter=json', `--outputFile.json=${report}`];
  const ran = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), ...args, ...output],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
  );
  const tally = readTally(report);
  const failedUnseen = ran.status !== 0 && tally.failed === 0;
  return failedUnseen ? { ...tally, failed: 1 } : tally;
}

function readTally(report: string): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 };
  const told = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  const count = (name: string) => told[name] ?? 0;
  return {
    passed: count('numPassedTests'),
    failed: count('numFailedTests'),
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
}
