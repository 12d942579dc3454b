import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { RpcNode } from '../rpc-node.ts';
import { cleanText } from './decode-words.ts';
import { hashIn } from './hex.ts';

/**
 * What became of sending signed bytes. `accepted`: a node has them. `unread`: no node said that it
 * has them and one did not answer, so they may be out: follow the hash.
 */
export interface Broadcast {
  readonly status:
    | 'accepted'
    | 'nonce_used'
    | 'underpriced'
    | 'fee_too_low'
    | 'insufficient_funds'
    | 'rejected'
    | 'unread';
  /** Made from the bytes by us, never taken from a node. */
  readonly hash: TxHash;
  readonly detail: string;
}

/**
 * How nodes word their refusals (geth, Erigon, Nethermind, Besu, reth, anvil), the first match
 * counts. `underpriced`: another transaction waits at this nonce and is to be outbid by more.
 */
const wordings: readonly (readonly [RegExp, Broadcast['status']])[] = [
  [/already known|known transaction|already imported|AlreadyKnown|already in mempool/i, 'accepted'],
  [/nonce (is )?too low|OldNonce|nonce .*already used/i, 'nonce_used'],
  [/replacement|REPLACEMENT_UNDERPRICED|fee ?bump|ReplacementNotAllowed/i, 'underpriced'],
  [/insufficient (funds|balance)|upfront cost exceeds|not enough funds/i, 'insufficient_funds'],
  [
    /underpriced|fee ?(cap|per gas)? ?(is )?(too low|less than block base fee)|less than block base fee|FeeTooLow|below (the )?(minimum|base)/i,
    'fee_too_low',
  ],
];

/** What each refusal says, strongest first: a used nonce settles the matter for all nodes. */
const strongest: readonly Broadcast['status'][] = [
  'nonce_used',
  'insufficient_funds',
  'underpriced',
  'fee_too_low',
  'rejected',
];

/** The hash of signed bytes: keccak256 of the whole envelope (EIP-2718 and before). */
export function hashOfRaw(raw: `0x${string}`): TxHash {
  return `0x${bytesToHex(keccak_256(hexToBytes(raw.slice(2))))}` as TxHash;
}

/** Hands signed bytes to every node. Sending them again does no harm: they are the same. */
export async function broadcast(set: NodeSet, raw: `0x${string}`): Promise<Broadcast> {
  const hash = hashOfRaw(raw);
  const told = await Promise.all(set.nodes.map((node) => sendTo(node, raw, hash)));
  const accepted = told.find((one) => one.status === 'accepted');
  const silent = told.find((one) => one.status === 'unread');
  const settled = told.find((one) => one.status === 'nonce_used');
  const refused = strongest.flatMap((status) => told.filter((one) => one.status === status));
  const first = accepted ?? settled ?? silent ?? refused[0];
  return { status: first?.status ?? 'unread', hash, detail: first?.detail ?? 'no node is set' };
}

async function sendTo(
  node: RpcNode,
  raw: `0x${string}`,
  hash: TxHash,
): Promise<Omit<Broadcast, 'hash'>> {
  const answer = await node.ask([{ method: 'eth_sendRawTransaction', params: [raw] }]);
  if (!answer.ok) return { status: 'unread', detail: answer.detail };
  const [result] = answer.results;
  if (!result?.ok) {
    const message = result?.message ?? 'no answer';
    return { status: statusOf(message), detail: `${node.name}: ${cleanText(message, 200) ?? ''}` };
  }
  return hashIn(result.value) === hash
    ? { status: 'accepted', detail: `${node.name} has it` }
    : { status: 'unread', detail: `${node.name} answered with another hash` };
}

/** Reads a node's refusal; `rejected` when it is none of the known ones. */
export function statusOf(message: string): Broadcast['status'] {
  return wordings.find(([wording]) => wording.test(message))?.[1] ?? 'rejected';
}
