import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AgeDaysMax, type Lists, loadLists } from '../../lists/index.ts';
import type { Clock } from '../../std/index.ts';

/** How often the folder is looked at: a new list counts within this time. */
const lookEveryMs = 10_000;

/**
 * The lists of a folder, read again when a file of it has changed: a sanctions list that is put there
 * counts at once, without a restart.
 */
export function reloadingLists(folder: string, ageDaysMax: AgeDaysMax, clock: Clock): Lists {
  let lists = loadLists(folder, ageDaysMax);
  let state = stateOf(folder);
  let lookedAt = clock.now().getTime();
  const current = (): Lists => {
    const now = clock.now().getTime();
    if (now - lookedAt < lookEveryMs) return lists;
    lookedAt = now;
    const found = stateOf(folder);
    if (found !== state) {
      lists = loadLists(folder, ageDaysMax);
      state = found;
    }
    return lists;
  };
  return {
    ageDaysMax,
    get versions() {
      return current().versions;
    },
    get broken() {
      return current().broken;
    },
    get tokens() {
      return current().tokens;
    },
    entriesOf: (address) => current().entriesOf(address),
  };
}

/** Names, sizes and times of change: differs when any file does. A folder that is not there is empty. */
function stateOf(folder: string): string {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => {
        const { size, mtimeMs } = statSync(join(folder, name));
        return `${name} ${size} ${mtimeMs}`;
      })
      .join('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
