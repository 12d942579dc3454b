import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    if (holder !== null) clearAway(path, holder);
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

/** Written beside and linked into place, so that nobody reads half a lock. False if one is there. */
function create(path: string, text: string): boolean {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead lock aside. If another starter was quicker, what was moved is its lock: it goes back. */
function clearAway(path: string, dead: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved !== null && moved !== dead) create(path, moved);
  rmSync(aside, { force: true });
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

/**
 * Start of a process in clock ticks since boot, with the boot's id (proc(5), field 22 of `stat`).
 * 'unknown' outside Linux, 'ended' for a process that has ended and waits to be reaped.
 */
function startedAt(pid: number): string {
  const fieldsBeforeStart = 19;
  const boot = textOf('/proc/sys/kernel/random/boot_id');
  if (boot === null) return 'unknown';
  const stat = textOf(`/proc/${pid}/stat`) ?? '';
  // The process's name may hold spaces and brackets; the fields are counted from its last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' ? 'ended' : `${boot.trim()}:${fields[fieldsBeforeStart]}`;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // What can't be read tells nothing; the caller knows what to make of that.
    return null;
  }
}
