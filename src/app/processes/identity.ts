import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sleep } from '../../std/index.ts';

/**
 * A process, told apart from any other that ever had its number. `mark` is the moment it began, as
 * the system counts it: numbers are used again, moments are not.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly mark: string;
}

/** The identity of a running process; null when there is none (one that has ended, unreaped, is none). */
export function identify(pid: number): ProcessIdentity | null {
  const mark = process.platform === 'linux' ? markFromProc(pid) : markFromPs(pid);
  return mark === null ? null : { pid, mark };
}

/** True while the very process that was identified still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.mark === identity.mark;
}

/** proc(5): field 3 of `stat` is the state, field 22 the start in ticks since the machine began. */
function markFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    // No such folder: no such process.
    return null;
  }
}

function markFromPs(pid: number): string | null {
  const told = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = told.stdout?.trim() ?? '';
  if (told.status !== 0 || line === '' || line.startsWith('Z')) return null;
  return line.replace(/^\S+\s+/, '');
}

/** The signals to end a process with, gentlest first, and how long each may take. */
export interface EndingStep {
  readonly signal: NodeJS.Signals;
  readonly limitMs: number;
}

const gently: readonly EndingStep[] = [
  { signal: 'SIGTERM', limitMs: 10_000 },
  { signal: 'SIGKILL', limitMs: 5_000 },
];

/** Ends exactly this process. Returns the signal that did it, or null when it had ended before. */
export async function endProcess(
  identity: ProcessIdentity,
  steps: readonly EndingStep[] = gently,
): Promise<NodeJS.Signals | null> {
  for (const { signal, limitMs } of steps) {
    if (!isRunning(identity)) return null;
    process.kill(identity.pid, signal);
    for (let waited = 0; waited < limitMs; waited += 20) {
      if (!isRunning(identity)) return signal;
      await sleep(20);
    }
  }
  throw new Error(
    `Process ${identity.pid} does not end. Look at it with 'ps -p ${identity.pid}' and end it by hand.`,
  );
}
