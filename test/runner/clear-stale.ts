import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { endOrphans } from '../../src/app/start/orphans.ts';
import { randomHex } from '../../src/std/index.ts';

/** Every folder that tests make for programs they start lies in here. */
export const testFolders = join(tmpdir(), `kaeru-tests-${process.getuid?.() ?? 'user'}`);

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
    await endOrphans(folder);
    for (const known of allStillRunning(folder)) await endProcess(known);
    await clearOrphan(join(folder, 'data'));
    await clearOrphan(join(folder, 'postgres', 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
  return stale.length;
}

function ownerRuns(folder: string): boolean {
  try {
    return isRunning(
      JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as ProcessIdentity,
    );
  } catch {
    // Killed before it could say whose it is.
    return false;
  }
}
