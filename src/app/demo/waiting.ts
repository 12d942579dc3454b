import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../processes/known.ts';
import { mishaps, type Played } from './mishaps/index.ts';
import type { Stage } from './stage.ts';

/** The mishaps that have already happened when the demo world opens. */
const alreadyHappened = ['wrong-network', 'other-customer'] as const;

/**
 * Plays the mishaps that wait in a new demo world; in one that opens again, tells of those it finds
 * on the nodes. A node that forgot them (it was killed) gets new ones.
 */
export async function prepareWaiting(folder: string, stage: Stage): Promise<Played[]> {
  const file = join(folder, 'demo-waiting.json');
  const known = readWaiting(file);
  if (known && (await allKnown(stage, known))) return known;
  const waiting: Played[] = [];
  for (const name of alreadyHappened) waiting.push(await mishaps[name].play(stage));
  writePrivately(file, JSON.stringify(waiting, null, 2));
  return waiting;
}

async function allKnown(stage: Stage, waiting: readonly Played[]): Promise<boolean> {
  const found = await Promise.all(
    waiting.map(({ hash }) => stage.unlisted.ask<object>('eth_getTransactionByHash', [hash])),
  );
  return found.every((transaction) => transaction !== null);
}

function readWaiting(file: string): Played[] | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Played[];
  } catch {
    // The first start.
    return null;
  }
}
