import type { TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Sighting } from '../reading.ts';
import type { RpcCall, RpcNode, RpcResult } from '../rpc-node.ts';
import type { Said } from './agree.ts';
import {
  decodeReceipt,
  decodeTransaction,
  type RawReceipt,
  type RawTransaction,
} from './decode-transaction.ts';
import { count, fieldsOf, hashIn, hexOf, quantity } from './hex.ts';

/** What one node knows of a transaction, from one round trip. */
export interface Sight {
  readonly node: RpcNode;
  readonly head: bigint;
  /** The node says of itself that it is behind, or its newest block is too old. */
  readonly behind: boolean;
  readonly finalized: bigint | null;
  readonly transaction: RawTransaction | null;
  readonly receipt: RawReceipt | null;
  /** What is now at the height of the earlier sighting; null: no block there. */
  readonly seenHash: TxHash | null;
  /** How many transactions the sender of the earlier sighting has in blocks. */
  readonly nonceUsed: number | null;
}

/**
 * The first round trip to one node: where its chain stands, the transaction, its receipt, and what
 * became of an earlier sighting. Whatever does not fit together makes the node's answer malformed.
 */
export async function sightTransaction(
  set: NodeSet,
  node: RpcNode,
  hash: TxHash,
  seen: Sighting | undefined,
): Promise<Said<Sight>> {
  const calls = callsFor(set, hash, seen);
  const answer = await node.ask([...calls.values()]);
  if (!answer.ok) return answer;
  const results = new Map([...calls.keys()].map((name, index) => [name, answer.results[index]]));
  const refused = ['head', 'transaction', 'receipt'].map((name) => results.get(name as CallName));
  for (const result of refused) {
    if (result && !result.ok) {
      return { ok: false, why: 'rpc_error', detail: `${node.name} refused: ${result.message}` };
    }
  }
  const sight = decodeSight(set, node, hash, results, answer.atMs);
  return typeof sight === 'string'
    ? { ok: false, why: 'malformed', detail: `${node.name} ${sight}` }
    : { ok: true, key: keyOf(sight), value: sight };
}

type CallName =
  | 'head'
  | 'syncing'
  | 'newest'
  | 'finalized'
  | 'transaction'
  | 'receipt'
  | 'seenBlock'
  | 'nonce';

function callsFor(set: NodeSet, hash: TxHash, seen: Sighting | undefined): Map<CallName, RpcCall> {
  const calls = new Map<CallName, RpcCall>();
  const add = (name: CallName, method: string, ...params: unknown[]) =>
    calls.set(name, { method, params });
  add('head', 'eth_blockNumber');
  add('syncing', 'eth_syncing');
  add('transaction', 'eth_getTransactionByHash', hash);
  add('receipt', 'eth_getTransactionReceipt', hash);
  if (set.headAgeMaxMs !== undefined) add('newest', 'eth_getBlockByNumber', 'latest', false);
  if (set.network.finality === 'finalized') {
    add('finalized', 'eth_getBlockByNumber', 'finalized', false);
  }
  if (seen?.blockNumber !== undefined && seen.blockNumber !== null) {
    add('seenBlock', 'eth_getBlockByNumber', hexOf(seen.blockNumber), false);
  }
  if (seen?.from) add('nonce', 'eth_getTransactionCount', seen.from, 'latest');
  return calls;
}

/** A sight, or what is wrong with the answers. */
function decodeSight(
  set: NodeSet,
  node: RpcNode,
  hash: TxHash,
  results: ReadonlyMap<CallName, RpcResult | undefined>,
  atMs: number,
): Sight | string {
  const said = (name: CallName) => {
    const result = results.get(name);
    return result?.ok ? result.value : undefined;
  };
  const head = quantity(said('head'));
  if (head === null) return 'gave no block number';
  const told = [said('transaction'), said('receipt')] as const;
  const transaction = told[0] === null ? null : decodeTransaction(told[0], hash);
  if (told[0] !== null && transaction === null) return 'sent a transaction that is not as asked';
  if (told[1] !== null && transaction === null) return 'has a receipt but no transaction';
  const receipt = told[1] === null || !transaction ? null : decodeReceipt(told[1], transaction);
  if (told[1] !== null && receipt === null) return 'sent a receipt that is not as asked';
  if ((transaction?.blockHash ?? null) !== (receipt?.blockHash ?? null)) {
    return 'does not say the same of the transaction and of its receipt';
  }
  const newest = quantity(fieldsOf(said('newest'))?.['timestamp']);
  const oldest = atMs - (set.headAgeMaxMs ?? 0);
  return {
    node,
    head,
    behind:
      fieldsOf(said('syncing')) !== null || (newest !== null && Number(newest) * 1_000 < oldest),
    finalized: quantity(fieldsOf(said('finalized'))?.['number']),
    transaction,
    receipt,
    seenHash: hashIn(fieldsOf(said('seenBlock'))?.['hash']),
    nonceUsed: count(said('nonce')),
  };
}

/** Everything that another node must say alike: the transaction, its place and all its logs. */
function keyOf(sight: Sight): string {
  const { transaction, receipt } = sight;
  if (!transaction) return 'unknown';
  const { from, to, nonce, value, input } = transaction;
  const what = [from, to, nonce, value, input].join(' ');
  if (!receipt) return `pending ${what}`;
  const { blockHash, blockNumber, succeeded, gasUsed, created } = receipt;
  const logs = receipt.logs.map((log) => [log.address, ...log.topics, log.data].join(' '));
  return ['mined', what, blockHash, blockNumber, succeeded, gasUsed, created, ...logs].join('\n');
}
