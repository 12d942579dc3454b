import type { Address, TxHash } from '../address.ts';
import type { RpcNode } from '../rpc-node.ts';
import { addressIn, count, fieldsOf, hashIn, hexOf } from './hex.ts';

interface Place {
  readonly node: RpcNode;
  readonly head: bigint;
}

/** Heights asked about in one round trip. */
const pointsAtOnce = 32n;
/** 32 points a round: four rounds narrow 2^20 blocks, half a year of Ethereum, down to one. */
const roundsMax = 4;

/**
 * The mined transaction that used `nonce` of `from`: the block where the sender's count passed it is
 * searched for, and read. Null when the node keeps no state of that time, or when no transaction of
 * the sender's did it (an EIP-7702 authorisation also uses up a nonce). At most six round trips, and
 * only for a transaction that is known to be replaced.
 */
export async function findReplacement(
  { node, head }: Place,
  { from, nonce }: { readonly from: Address; readonly nonce: number },
): Promise<TxHash | null> {
  const range = await firstRange(node, head, from, nonce);
  if (range === null) return null;
  let { low, high } = range;
  for (let round = 0; round < roundsMax && high - low > 1n; round++) {
    const narrowed = await narrow(node, spread(low, high), from, nonce);
    if (narrowed === null) return null;
    low = narrowed.low ?? low;
    high = narrowed.high ?? high;
  }
  return high - low > 1n ? null : await senderIn(node, high, from, nonce);
}

/** Doubling steps back from the head: most replacements are recent, and most nodes forget soon. */
async function firstRange(node: RpcNode, head: bigint, from: Address, nonce: number) {
  const points = Array.from({ length: 22 }, (_, step) => head - 2n ** BigInt(step) + 1n)
    .filter((height) => height > 0n)
    .concat(0n)
    .reverse();
  const narrowed = await narrow(node, points, from, nonce);
  if (narrowed?.high === undefined) return null;
  // The count before the first block is zero; elsewhere a low end must have been answered.
  const low = narrowed.low ?? (narrowed.high === 0n ? -1n : null);
  return low === null ? null : { low, high: narrowed.high };
}

/** Heights between two others, both left out. */
function spread(low: bigint, high: bigint): bigint[] {
  const step = (high - low) / pointsAtOnce + 1n;
  const points: bigint[] = [];
  for (let height = low + step; height < high; height += step) points.push(height);
  return points;
}

/** The last height at which the nonce was free and the first at which it was used, of `points`. */
async function narrow(node: RpcNode, points: readonly bigint[], from: Address, nonce: number) {
  const answer = await node.ask(
    points.map((height) => ({
      method: 'eth_getTransactionCount',
      params: [from, hexOf(height)],
    })),
  );
  if (!answer.ok) return null;
  let low: bigint | undefined;
  let high: bigint | undefined;
  points.forEach((height, index) => {
    const result = answer.results[index];
    const used = result?.ok ? count(result.value) : null;
    if (used === null) return;
    if (used <= nonce) low = height;
    else high ??= height;
  });
  return { low, high };
}

async function senderIn(
  node: RpcNode,
  height: bigint,
  from: Address,
  nonce: number,
): Promise<TxHash | null> {
  const answer = await node.ask([
    { method: 'eth_getBlockByNumber', params: [hexOf(height), true] },
  ]);
  const block = answer.ok && answer.results[0]?.ok ? fieldsOf(answer.results[0].value) : null;
  const listed = block?.['transactions'];
  if (!Array.isArray(listed)) return null;
  for (const item of listed) {
    const fields = fieldsOf(item);
    if (fields && addressIn(fields['from']) === from && count(fields['nonce']) === nonce) {
      return hashIn(fields['hash']);
    }
  }
  return null;
}
