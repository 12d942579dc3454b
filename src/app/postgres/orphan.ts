import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EndingStep, endProcess, identify } from '../processes/identity.ts';

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; both lose nothing committed. */
const databaseEnding: readonly EndingStep[] = [
  { signal: 'SIGINT', limitMs: 15_000 },
  { signal: 'SIGQUIT', limitMs: 5_000 },
  { signal: 'SIGKILL', limitMs: 5_000 },
];

/**
 * Ends a server that a killed run left on this data folder, and removes a `postmaster.pid` whose
 * number now belongs to a stranger (which PostgreSQL would take for a running server). Call it only
 * with the folder's lock held. Returns the pid that was ended, or null.
 */
export async function clearOrphan(data: string): Promise<number | null> {
  const file = join(data, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === null) return null;
  const identity = identify(pid);
  if (identity && servesFolder(pid, data)) {
    await endProcess(identity, databaseEnding);
    rmSync(file, { force: true });
    return pid;
  }
  rmSync(file, { force: true });
  return null;
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    // No such file: it was shut down in order.
    return null;
  }
}

/** Its command line names the data folder (`-D <data>`). Without /proc the file's word is taken. */
function servesFolder(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    // It ended in this very moment.
    return false;
  }
}
