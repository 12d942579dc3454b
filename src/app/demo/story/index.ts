import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../../processes/known.ts';
import { runningWorld, type WorldFacts } from '../../start/facts.ts';
import { progressTo } from '../../start/progress.ts';
import { startWorld } from '../../start/world.ts';
import { contractAddress } from '../contracts.ts';
import { walletOf } from './people.ts';
import { balanceAt, lostDeposit, playStory, type StoryEnd, type StoryStart } from './play-story.ts';
import { tellInJson, tellInWords } from './tell.ts';

/** How the story is played. */
export interface StoryOptions {
  readonly folder: string;
  readonly profile: string;
  readonly json: boolean;
  readonly port?: number;
}

/**
 * `kaeru demo story`: plays the story in the world that runs from the folder, or starts one for it.
 * Returns 0 only when the destination's balance on the node rose by exactly what the quote promised,
 * the books balance, and the audit record verifies.
 */
export async function storyCommand(options: StoryOptions): Promise<0 | 1> {
  const print = (line: string) => console.log(line);
  const tell = options.json ? tellInJson(print) : tellInWords(print);
  const running = runningWorld(options.folder);
  if (running) return verdict(await playStory(running, await storyStart(running), tell));
  const quiet = progressTo(options.json ? () => {} : print);
  const world = await startWorld({
    folder: options.folder,
    profile: options.profile,
    progress: quiet,
    ...(options.port ? { port: options.port } : {}),
  });
  try {
    return verdict(await playStory(world.facts, await storyStart(world.facts), tell));
  } catch (error) {
    tell('failed', { reason: error instanceof Error ? error.message : String(error) });
    return 1;
  } finally {
    await world.stop();
  }
}

function verdict(end: StoryEnd): 0 | 1 {
  const paid = end.promisedUnits > 0n && end.roseUnits === end.promisedUnits;
  const feeIsSettled = end.claim.fee === null || end.claim.fee.status === 'charged';
  return paid && feeIsSettled && end.booksBalance && end.auditVerifies ? 0 : 1;
}

/** What was in the wallet before anything was returned: written down before the claim is filed. */
export async function storyStart(facts: WorldFacts): Promise<StoryStart> {
  const lost = lostDeposit(facts);
  const file = join(facts.folder, `story-${lost.hash.slice(2, 12)}.json`);
  if (existsSync(file)) {
    const { balanceBefore } = JSON.parse(readFileSync(file, 'utf8')) as { balanceBefore: string };
    return { lost, balanceBefore: BigInt(balanceBefore) };
  }
  const asset = `evm:61/token:${contractAddress(61, 'wbtc')}`;
  const balanceBefore = await balanceAt(facts, 'evm:61', asset, walletOf('aiko').address);
  writePrivately(file, JSON.stringify({ balanceBefore: balanceBefore.toString() }));
  return { lost, balanceBefore };
}
