import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, done, invariant, type Outcome, randomHex, refuse } from '../../std/index.ts';
import { identify, isRunning, type ProcessIdentity } from './identity.ts';

/** Held for as long as this process runs on the folder. */
export interface FolderLock {
  /** True when the one before us ended without letting go: it was killed. */
  readonly wasLeftBehind: boolean;
  release(): void;
}

interface Holder extends ProcessIdentity {
  readonly since: string;
}

/**
 * Takes the folder for this process alone. The lock is a file that names its holder; one whose
 * holder no longer runs is taken over. Refuses with the holder's pid and since when.
 */
export function lockFolder(folder: string, clock: Clock): Outcome<FolderLock, 'folder_in_use'> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  const self = identify(process.pid);
  invariant(self, 'this process runs');
  const text = JSON.stringify({ ...self, since: clock.now().toISOString() } satisfies Holder);
  let wasLeftBehind = false;
  // Twice at most: once more after a lock that was left behind is cleared away.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(file, text)) return done({ wasLeftBehind, release: () => release(file, text) });
    const found = read(file);
    const holder = found === null ? null : parse(found);
    if (holder && isRunning(holder)) {
      return refuse('folder_in_use', { folder, pid: String(holder.pid), since: holder.since });
    }
    if (found !== null) clearAway(file, found);
    wasLeftBehind = true;
  }
  return refuse('folder_in_use', { folder, pid: 'another process', since: 'just now' });
}

/** Written beside and linked into place, so that nobody ever reads half a lock. */
function create(file: string, text: string): boolean {
  const draft = `${file}.${randomHex(6)}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead lock aside; when another start took it over meanwhile, gives that one back. */
function clearAway(file: string, stale: string): void {
  const aside = `${file}.${randomHex(6)}`;
  try {
    renameSync(file, aside);
  } catch {
    // Someone else has just cleared it away.
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved !== stale) create(file, moved);
  rmSync(aside, { force: true });
}

function release(file: string, text: string): void {
  if (read(file) === text) rmSync(file, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Released in this very moment.
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return typeof value.pid === 'number' && typeof value.mark === 'string'
      ? { pid: value.pid, mark: value.mark, since: value.since ?? 'an unknown time' }
      : null;
  } catch {
    // Not written by us: it names nobody, so it holds nothing.
    return null;
  }
}
