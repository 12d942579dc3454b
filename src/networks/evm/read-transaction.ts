import type { TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import { type ChainReading, type Sighting, unread } from '../reading.ts';
import { agree, missing, type Said } from './agree.ts';
import { least } from './hex.ts';
import { readMined } from './read-mined.ts';
import { readUnmined } from './read-unmined.ts';
import { type Sight, sightTransaction } from './sight-transaction.ts';

/** How much to read. `seen` is an earlier sighting, needed to tell reorganised and replaced. */
export interface ReadingOptions {
  readonly seen?: Sighting;
  /** False leaves inner moves and tokens' words unread, for who only waits for confirmations. */
  readonly details?: boolean;
}

/**
 * Reads a transaction and every transfer in it, as `agreeMin` nodes say alike. All nodes are asked
 * side by side in two round trips: what it is and where the chain stands; then its block once more,
 * its inner calls and its tokens. Only looking for the transaction that replaced it takes more.
 * Never throws, and whatever is unclear is `unread`, never a yes or a no.
 *
 * @example
 * const reading = await readTransaction(set, txHash('0x…'));
 * if (reading.status === 'found') reading.transaction.transfers;
 */
export async function readTransaction(
  set: NodeSet,
  hash: TxHash,
  options: ReadingOptions = {},
): Promise<ChainReading> {
  const said = await Promise.all(
    set.nodes.map((node) => sightTransaction(set, node, hash, options.seen)),
  );
  const mined = said.filter((one) => one.ok && one.value.receipt !== null);
  if (mined.length === 0) return await readUnmined(set, hash, said, options);
  const agreed = agree(mined, set.agreeMin);
  if (agreed.status === 'read') return await readMined(set, agreed.values, options);
  return agreed.why === 'disagree' ? agreed : tooFewHaveIt(set, said, mined);
}

/** Some node has it in a block, but not enough of them: the others lag, say otherwise or are away. */
function tooFewHaveIt(set: NodeSet, said: readonly Said<Sight>[], mined: readonly Said<Sight>[]) {
  const heights = mined.flatMap((one) => (one.ok ? [one.value.receipt?.blockNumber ?? 0n] : []));
  const height = least(heights);
  const others = said.flatMap((one) => (one.ok && one.value.receipt === null ? [one.value] : []));
  const lagging = others.filter((sight) => sight.behind || sight.head < height);
  if (others.length > lagging.length) {
    return unread('disagree', 'one node has it in a block and another, up to date, has not');
  }
  if (lagging.length > 0) {
    const names = lagging.map((sight) => sight.node.name).join(', ');
    return unread('lagging', `${names} has not reached block ${height}`);
  }
  return missing(said, set.agreeMin);
}
