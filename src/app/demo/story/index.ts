import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../../processes/known.ts';
import { runningWorld, type WorldFacts } from '../../start/facts.ts';
import { progressTo } from '../../start/progress.ts';
import { startWorld } from '../../start/world.ts';
import { contractAddress } from '../contracts.ts';
import { walletOf } from './people.ts';
import { balanceAt, lostDeposit, playStory, type StoryEnd, type StoryStart } from './play-story.ts';
import { type Tell, tellInJson, tellInWords } from './tell.ts';

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
  if (running) return await play(running, tell);
  const quiet = progressTo(options.json ? () => {} : print);
  const world = await startWorld({
    folder: options.folder,
    profile: options.profile,
    progress: quiet,
    ...(options.port ? { port: options.port } : {}),
  });
  try {
    return await play(world.facts, tell);
  } finally {
    await world.stop();
  }
}

async function play(facts: WorldFacts, tell: Tell): Promise<0 | 1> {
  try {
    const start = await storyStart(facts);
    const end = await playStory(facts, start, tell);
    const exitCode = verdict(end);
    if (exitCode === 0) noteStory(facts, { ...start, cameHome: end.roseUnits });
    return exitCode;
  } catch (error) {
    tell('failed', { reason: error instanceof Error ? error.message : String(error) });
    return 1;
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
  const file = storyFile(facts, lost.hash);
  if (existsSync(file)) {
    const { balanceBefore, cameHome } = JSON.parse(readFileSync(file, 'utf8')) as {
      balanceBefore: string;
      cameHome: string | null;
    };
    const home = cameHome === null ? null : BigInt(cameHome);
    return { lost, balanceBefore: BigInt(balanceBefore), cameHome: home };
  }
  const asset = `evm:61/token:${contractAddress(61, 'wbtc')}`;
  const balanceBefore = await balanceAt(facts, 'evm:61', asset, walletOf('aiko').address);
  const start: StoryStart = { lost, balanceBefore, cameHome: null };
  noteStory(facts, start);
  return start;
}

function noteStory(facts: WorldFacts, { lost, balanceBefore, cameHome }: StoryStart): void {
  const noted = {
    balanceBefore: balanceBefore.toString(),
    cameHome: cameHome === null ? null : cameHome.toString(),
  };
  writePrivately(storyFile(facts, lost.hash), JSON.stringify(noted));
}

function storyFile(facts: WorldFacts, hash: string): string {
  return join(facts.folder, `story-${hash.slice(2, 12)}.json`);
}
