import type { NodeSet } from '../node-set.ts';
import { type Unread, unread } from '../reading.ts';
import type { RpcCall, RpcNode, RpcResult } from '../rpc-node.ts';
import { agree, missing, type Said } from './agree.ts';
import { greatest, hexOf, least, quantity } from './hex.ts';

/** An answer that enough nodes give alike. */
export type Agreed<T> =
  | {
      readonly status: 'read';
      readonly value: T;
      /** The newest block that the first of those that agree had when it answered. */
      readonly block: bigint;
    }
  | Unread;

/** What a reader makes of one node's results; `null` when they are not as asked. */
export type Decode<T> = (results: readonly RpcResult[]) => T | null;

interface Answer<T> {
  readonly node: RpcNode;
  readonly head: bigint;
  readonly value: T;
}

/**
 * Asks all nodes about the state of the chain and takes what `agreeMin` of them say alike. `callsAt`
 * makes the calls for a block; the newest is asked first. Nodes are a block apart at times, so those
 * that differ are asked once more about the newest block that all of them have.
 */
export async function askAgreed<T>(
  set: NodeSet,
  callsAt: (block: string) => readonly RpcCall[],
  decode: Decode<T>,
): Promise<Agreed<T>> {
  const newest = dropLagging(set, await askAll(set.nodes, callsAt('latest'), decode));
  const first = agree(newest, set.agreeMin);
  if (first.status === 'read') {
    const [{ value, head }] = first.values;
    return { status: 'read', value, block: head };
  }
  if (first.why !== 'disagree') return first;
  const answers = newest.flatMap((one) => (one.ok ? [one.value] : []));
  const common = hexOf(least(answers.map((answer) => answer.head)));
  const nodes = answers.map((answer) => answer.node);
  const second = agree(await askAll(nodes, callsAt(common), decode), set.agreeMin);
  return second.status === 'read'
    ? { status: 'read', value: second.values[0].value, block: BigInt(common) }
    : unread('disagree', `the nodes do not say the same of block ${BigInt(common)}`);
}

/** Everything that enough nodes answered, where they need not say the same (prices, pools). */
export async function askEach<T>(
  set: NodeSet,
  calls: readonly RpcCall[],
  decode: Decode<T>,
): Promise<Agreed<readonly T[]>> {
  const said = dropLagging(set, await askAll(set.nodes, calls, decode));
  const values = said.flatMap((one) => (one.ok ? [one.value.value] : []));
  return values.length >= set.agreeMin
    ? { status: 'read', value: values, block: greatest(said.flatMap(headsOf)) }
    : missing(said, set.agreeMin);
}

function headsOf(one: Said<Answer<unknown>>): readonly bigint[] {
  return one.ok ? [one.value.head] : [];
}

/** Of several prices the middle one; of two in the middle the higher. */
export function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor(sorted.length / 2)] ?? 0n;
}

async function askAll<T>(
  nodes: readonly RpcNode[],
  calls: readonly RpcCall[],
  decode: Decode<T>,
): Promise<Said<Answer<T>>[]> {
  return await Promise.all(
    nodes.map(async (node): Promise<Said<Answer<T>>> => {
      const answer = await node.ask([{ method: 'eth_blockNumber', params: [] }, ...calls]);
      if (!answer.ok) return answer;
      const [first, ...results] = answer.results;
      const head = first?.ok ? quantity(first.value) : null;
      const value = head === null ? null : decode(results);
      if (head === null || value === null) return refusalOf(node, answer.results);
      return { ok: true, key: keyOf(value), value: { node, head, value } };
    }),
  );
}

/** Results that could not be used: the node's own refusal if there is one. */
function refusalOf(node: RpcNode, results: readonly RpcResult[]): Said<never> & { ok: false } {
  const refused = results.find((result) => !result.ok);
  return refused && !refused.ok
    ? { ok: false, why: 'rpc_error', detail: `${node.name} refused: ${refused.message}` }
    : { ok: false, why: 'malformed', detail: `${node.name} did not answer what was asked` };
}

function dropLagging<T>(set: NodeSet, said: readonly Said<Answer<T>>[]): Said<Answer<T>>[] {
  const foremost = greatest(said.flatMap((one) => (one.ok ? [one.value.head] : [])));
  const lag = BigInt(set.network.confirmationsMin);
  return said.map((one) =>
    one.ok && one.value.head + lag < foremost
      ? { ok: false, why: 'lagging', detail: `${one.value.node.name} is at ${one.value.head}` }
      : one,
  );
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'bigint' ? `${item}n` : item,
  );
}
