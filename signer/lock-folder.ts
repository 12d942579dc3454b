import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FolderLock {
  /** Whether the lock file is still ours. Asked before every signature. */
  held(): boolean;
  release(): void;
}

const lockName = 'lock';
const attemptsMax = 5;

/**
 * Takes the folder for this process alone; throws when a living process has it. A lock whose process
 * is gone is cleared. The lock file holds the process id, when that process started, and a token.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, lockName);
  const mine = `${process.pid} ${startedAt(process.pid)} ${randomBytes(16).toString('hex')}\n`;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    if (create(path, mine)) return lockOf(path, mine);
    const holder = read(path);
    if (holder !== null && holderLives(holder)) {
      const pid = holder.split(' ')[0];
      throw new Error(`another signer (process ${pid}) has ${folder}. Stop it first.`);
    }
    // Read again: if another starter cleared the dead lock meanwhile, its own lock is left alone.
    if (holder !== null && read(path) === holder) rmSync(path, { force: true });
  }
  throw new Error(`could not take the lock ${path}. Is another signer starting?`);
}

function lockOf(path: string, mine: string): FolderLock {
  const held = () => read(path) === mine;
  return {
    held,
    release: () => {
      if (held()) rmSync(path, { force: true });
    },
  };
}

function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function holderLives(holder: string): boolean {
  const [pid, started] = holder.split(' ');
  if (!pid || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: alive, and somebody else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // Process ids come round again, in a container almost at once; the time of start does not.
  const now = startedAt(Number(pid));
  return now === 'unknown' || started === 'unknown' || now === started;
}

/** Start of a process in clock ticks since boot, with the boot's id. 'unknown' outside Linux. */
function startedAt(pid: number): string {
  const fieldsBeforeStart = 19;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The process's name may hold spaces and brackets; the fields are counted from its last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot}:${fields[fieldsBeforeStart]}`;
  } catch {
    return 'unknown';
  }
}
