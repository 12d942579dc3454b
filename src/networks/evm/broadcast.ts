import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { RpcNode } from '../rpc-node.ts';
import { cleanText } from './decode-words.ts';
import { hashIn } from './hex.ts';

type Status =
  | 'accepted'
  | 'already_known'
  | 'nonce_too_low'
  | 'insufficient_funds'
  | 'underpriced'
  | 'refused'
  | 'unread';

/**
 * What became of sending signed bytes. `underpriced`: they pay less than the node takes, or than a
 * transaction that waits at the same nonce has to be outbid by. `refused`: for a reason that is none
 * of the known ones. `unread`: no node said that it has them and one did not answer, so they may be
 * out: follow the hash.
 */
export type Broadcast = {
  [S in Status]: {
    readonly status: S;
    /** Made from the bytes by us, never taken from a node. */
    readonly hash: TxHash;
    readonly detail: string;
  };
}[Status];

/**
 * How nodes word their refusals (geth, Erigon, Nethermind, Besu, reth, anvil); the first match
 * counts.
 */
const wordings: readonly (readonly [RegExp, Status])[] = [
  [/already known|known transaction|already imported|already in mempool/i, 'already_known'],
  [/nonce (is )?too low|OldNonce|nonce .*already used/i, 'nonce_too_low'],
  [/insufficient (funds|balance)|upfront cost exceeds|not enough funds/i, 'insufficient_funds'],
  [
    /underpriced|replacement|less than block base fee|fee (cap )?too low|FeeTooLow|below the minimum/i,
    'underpriced',
  ],
];

/**
 * Of several answers the one that counts most. A node that has the bytes settles the matter, so does
 * a used nonce; a silent node may have them; what remains is the nodes' refusals.
 */
const weightiest: readonly Status[] = [
  'accepted',
  'already_known',
  'nonce_too_low',
  'unread',
  'insufficient_funds',
  'underpriced',
  'refused',
];

/** The hash of signed bytes: keccak256 of the whole envelope (EIP-2718 and before). */
export function hashOfRaw(raw: `0x${string}`): TxHash {
  return `0x${bytesToHex(keccak_256(hexToBytes(raw.slice(2))))}` as TxHash;
}

/** Hands signed bytes to every node. Sending them again does no harm: they are the same. */
export async function broadcast(set: NodeSet, raw: `0x${string}`): Promise<Broadcast> {
  const hash = hashOfRaw(raw);
  const told = await Promise.all(set.nodes.map((node) => sendTo(node, raw, hash)));
  const [first] = told.sort((a, b) => weightiest.indexOf(a.status) - weightiest.indexOf(b.status));
  return first ?? { status: 'unread', hash, detail: 'no node is set' };
}

async function sendTo(node: RpcNode, raw: `0x${string}`, hash: TxHash): Promise<Broadcast> {
  const answer = await node.ask([{ method: 'eth_sendRawTransaction', params: [raw] }]);
  if (!answer.ok) return { status: 'unread', hash, detail: answer.detail };
  const [result] = answer.results;
  if (!result?.ok) {
    const message = cleanText(result?.message ?? 'no answer', 200) ?? '';
    return { status: statusOf(message), hash, detail: `${node.name}: ${message}` };
  }
  return hashIn(result.value) === hash
    ? { status: 'accepted', hash, detail: `${node.name} has it` }
    : { status: 'unread', hash, detail: `${node.name} answered with another hash` };
}

/** Reads a node's refusal; `refused` when it is none of the known ones. */
export function statusOf(message: string): Status {
  return wordings.find(([wording]) => wording.test(message))?.[1] ?? 'refused';
}
