import { endProcess } from '../processes/identity.ts';
import { allStillRunning, forget } from '../processes/known.ts';

/**
 * Ends what a killed run left running: signer, exchange, application. The nodes are left alone (they
 * are found and used again), and the database server is the database's own affair. Call it only with
 * the folder's lock held. Returns the names of those it ended.
 */
export async function endOrphans(folder: string): Promise<string[]> {
  const orphans = allStillRunning(folder).filter(
    ({ name, pid }) =>
      !name.startsWith('node-') && name !== 'postgres' && name !== 'kaeru' && pid !== process.pid,
  );
  await Promise.all(
    orphans.map(async (orphan) => {
      await endProcess(orphan);
      forget(folder, orphan.name);
    }),
  );
  return orphans.map((orphan) => orphan.name);
}
