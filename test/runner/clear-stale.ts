import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearOrphan } from '../../src/app/postgres/orphan.ts';
import {
  endProcess,
  identify,
  isRunning,
  type ProcessIdentity,
} from '../../src/app/processes/identity.ts';
import { allStillRunning } from '../../src/app/processes/known.ts';
import { randomHex } from '../../src/std/index.ts';

/** Every folder that tests make for programs they start lies in here. */
export const testFolders = join(tmpdir(), `kaeru-tests-${process.getuid?.() ?? 'user'}`);

const depthMax = 3;

/** Makes a folder for this process; one whose process was killed is cleared by the next run. */
export function ownedFolder(name: string): string {
  mkdirSync(testFolders, { recursive: true, mode: 0o700 });
  const folder = join(testFolders, `${name}-${randomHex(6)}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identify(process.pid)));
  return folder;
}

/** Ends and removes what test runs that were killed have left: servers, nodes, folders. */
export async function clearStale(): Promise<number> {
  if (!existsSync(testFolders)) return 0;
  const stale = readdirSync(testFolders)
    .map((name) => join(testFolders, name))
    .filter((folder) => !ownerRuns(folder));
  for (const folder of stale) {
    for (const world of foldersIn(folder, depthMax)) {
      for (const known of allStillRunning(world)) await endProcess(known);
      await clearOrphan(join(world, 'data'));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return stale.length;
}

/** A folder and those within, as deep as a test puts the world that it starts. */
function foldersIn(folder: string, depth: number): string[] {
  if (!existsSync(folder)) return [];
  if (depth === 0) return [folder];
  const inner = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'data',
  );
  return [folder, ...inner.flatMap(({ name }) => foldersIn(join(folder, name), depth - 1))];
}

/** A folder that does not say whose it is may be a moment old: it is given a while. */
const unsaidMs = 60_000;

function ownerRuns(folder: string): boolean {
  try {
    const owner = readFileSync(join(folder, 'owner.json'), 'utf8');
    return isRunning(JSON.parse(owner) as ProcessIdentity);
  } catch {
    // Killed before it could say, or another run is just making or removing it.
    const made = statSync(folder, { throwIfNoEntry: false });
    return made === undefined || Date.now() - made.mtimeMs < unsaidMs;
  }
}
