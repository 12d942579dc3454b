import type { TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import { type ChainReading, type ChainTransaction, type Sighting, unread } from '../reading.ts';
import { agree, missing, type Said } from './agree.ts';
import { composeAttempted } from './compose-transfers.ts';
import { findReplacement } from './find-replacement.ts';
import { greatest } from './hex.ts';
import { readDetails } from './read-details.ts';
import { agreedWords, attemptedToken } from './read-mined.ts';
import type { ReadingOptions } from './read-transaction.ts';
import type { Sight } from './sight-transaction.ts';

/**
 * The reading of a transaction that no node has in a block. Only nodes that are up to date count:
 * the others may simply not have got there.
 */
export async function readUnmined(
  set: NodeSet,
  hash: TxHash,
  said: readonly Said<Sight>[],
  options: ReadingOptions,
): Promise<ChainReading> {
  const current = upToDate(set, said);
  if (current.length < set.agreeMin) {
    const answered = said.filter((one) => one.ok).length;
    return answered < set.agreeMin
      ? missing(said, set.agreeMin)
      : unread('lagging', 'too few nodes are up to date to say that it is unknown');
  }
  const waiting = current.filter((one) => one.ok && one.value.transaction !== null);
  if (waiting.length > 0) {
    // Waiting transactions are not agreed between nodes by themselves; some of the nodes may never
    // get one. That is not enough to say that it is unknown, nor that it is on its way.
    const agreed = agree(waiting, set.agreeMin);
    if (agreed.status === 'read') return await readWaiting(set, agreed.values, options);
    return unread('disagree', 'some nodes have it waiting and others do not know it');
  }
  const agreed = agree(current, set.agreeMin);
  if (agreed.status !== 'read') return agreed;
  if (!options.seen) return { status: 'not_found' };
  return await readGone(set, hash, agreed.values, options.seen);
}

/** A node may be behind the foremost one by as many blocks as a deposit waits for. */
function upToDate(set: NodeSet, said: readonly Said<Sight>[]): Said<Sight>[] {
  const heads = said.flatMap((one) => (one.ok ? [one.value.head] : []));
  const foremost = greatest(heads);
  const lag = BigInt(set.network.confirmationsMin);
  return said.filter((one) => one.ok && !one.value.behind && one.value.head + lag >= foremost);
}

/** Known and in no block: waiting, unless its nonce is used up by another. */
async function readWaiting(
  set: NodeSet,
  sights: readonly [Sight, ...Sight[]],
  options: ReadingOptions,
): Promise<ChainReading> {
  const [{ transaction }] = sights;
  if (!transaction) return { status: 'not_found' };
  const { hash, from, to, nonce } = transaction;
  const questions = {
    blockNumber: null,
    trace: null,
    tokens: options.details === false ? [] : attemptedToken(transaction),
    nonceOf: from,
  };
  const said = await Promise.all(sights.map((sight) => readDetails(sight.node, questions)));
  const details = said.flatMap((one) => (one.ok ? [one.value] : []));
  if (details.length < set.agreeMin) return missing(said, set.agreeMin);
  const overtaken = details.filter((one) => (one.nonceUsed ?? 0) > nonce).length >= set.agreeMin;
  const attempted = composeAttempted(set.network, transaction, (token) =>
    agreedWords(details, token, set.agreeMin),
  );
  const state = overtaken
    ? 'replaced'
    : lostItsBlock(sights, options.seen, set.agreeMin)
      ? 'reorged'
      : 'pending';
  const replacedBy = overtaken ? await findReplacement(sights[0], { from, nonce }) : null;
  return found(set, { hash, from, to, nonce, state, attempted, replacedBy });
}

/** Unknown to all, though it was seen before: replaced, or lost with its block, or just gone. */
async function readGone(
  set: NodeSet,
  hash: TxHash,
  sights: readonly [Sight, ...Sight[]],
  seen: Sighting,
): Promise<ChainReading> {
  if (sights.some((sight) => isItsBlock(sight, seen))) {
    return unread('disagree', 'its block is still in the chain, yet it is unknown');
  }
  const { from, nonce } = seen;
  // Nothing can be told of a transaction whose sender is not known; the caller has the sighting.
  if (from === undefined || nonce === undefined) return { status: 'not_found' };
  const gone = { hash, from, to: null, nonce, attempted: [] };
  const overtaken = sights.filter((sight) => (sight.nonceUsed ?? 0) > nonce);
  if (overtaken.length >= set.agreeMin) {
    const replacedBy = await findReplacement(sights[0], { from, nonce });
    return found(set, { ...gone, state: 'replaced', replacedBy });
  }
  return lostItsBlock(sights, seen, set.agreeMin)
    ? found(set, { ...gone, state: 'reorged', replacedBy: null })
    : { status: 'not_found' };
}

/**
 * Whether enough nodes have another block, or none, where it was seen. A chain that ends below that
 * height has lost the block too: what a node forgot is a reorganisation.
 */
function lostItsBlock(
  sights: readonly Sight[],
  seen: Sighting | undefined,
  agreeMin: number,
): boolean {
  if (!seen?.blockHash || seen.blockNumber === undefined || seen.blockNumber === null) return false;
  return sights.filter((sight) => !isItsBlock(sight, seen)).length >= agreeMin;
}

function isItsBlock(sight: Sight, seen: Sighting): boolean {
  return sight.seenHash !== null && sight.seenHash === seen.blockHash?.toLowerCase();
}

type Unmined = Pick<ChainTransaction, 'hash' | 'from' | 'to' | 'nonce' | 'state' | 'attempted'> & {
  readonly replacedBy: TxHash | null;
};

function found(set: NodeSet, unmined: Unmined): ChainReading {
  const { replacedBy, ...transaction } = unmined;
  return {
    status: 'found',
    transaction: {
      network: set.network.id,
      ...transaction,
      ...(replacedBy ? { replacedBy } : {}),
      blockNumber: null,
      blockHash: null,
      blockTime: null,
      confirmations: 0,
      final: false,
      traced: false,
      transfers: [],
      fee: null,
    },
  };
}
