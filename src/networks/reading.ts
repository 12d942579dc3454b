import type { Address, TxHash } from './address.ts';
import type { NetworkId } from './network.ts';
import type { AttemptedTransfer, ChainTransfer } from './transfer.ts';

/** Why a question to the nodes of a network has no answer. None of them ever means yes or no. */
export type UnreadWhy =
  | 'unreachable'
  | 'timed_out'
  | 'wrong_chain'
  | 'disagree'
  | 'too_large'
  | 'malformed'
  | 'lagging'
  | 'rpc_error';

/** `detail` is one sentence for the log and the operator; it never holds credentials. */
export interface Unread {
  readonly status: 'unread';
  readonly why: UnreadWhy;
  readonly detail: string;
}

/** An answer that is none, and why. */
export function unread(why: UnreadWhy, detail: string): Unread {
  return { status: 'unread', why, detail };
}

/** `not_found`: enough nodes that are up to date answered, and none of them knows it. */
export type ChainReading =
  | { readonly status: 'found'; readonly transaction: ChainTransaction }
  | { readonly status: 'not_found' }
  | Unread;

/**
 * `pending`: known, in no block. `reorged`: the block that it was seen in is no longer part of the
 * chain, and it is in no other. `replaced`: its sender's nonce went to another mined transaction.
 */
export type TransactionState = 'pending' | 'succeeded' | 'reverted' | 'replaced' | 'reorged';

/** A transaction as enough nodes agree on it. */
export interface ChainTransaction {
  readonly network: NetworkId;
  readonly hash: TxHash;
  readonly from: Address;
  readonly to: Address | null;
  readonly nonce: number;
  readonly state: TransactionState;
  /** The transaction that took the nonce, where the node's history allows to find it. */
  readonly replacedBy?: TxHash;
  /** The block of the earlier sighting, when the transaction is now in another one. */
  readonly reorgedFrom?: TxHash;
  readonly blockNumber: bigint | null;
  readonly blockHash: TxHash | null;
  readonly blockTime: Date | null;
  /** The fewest that an agreeing node counts, the transaction's own block included. */
  readonly confirmations: number;
  /** By the network's own rule (`Network.finality`) every agreeing node holds it final. */
  readonly final: boolean;
  /** Whether inner moves of value could be read. False: there may be more than is listed. */
  readonly traced: boolean;
  /** What moved. Empty unless `state` is `succeeded`. */
  readonly transfers: readonly ChainTransfer[];
  /** What was meant to move. Empty when `state` is `succeeded`. */
  readonly attempted: readonly AttemptedTransfer[];
  /** What the sender paid, once it is in a block. */
  readonly fee: PaidFee | null;
}

/** In base units of the network's coin. `dataFee` is what an op-stack network takes on top. */
export interface PaidFee {
  readonly gasUsed: bigint;
  readonly gasPrice: bigint;
  readonly dataFee: bigint;
  readonly total: bigint;
}

/**
 * What was recorded of a transaction when it was seen before. Without the block a reorganisation
 * can't be told, without sender and nonce a replacement can't.
 */
export interface Sighting {
  readonly blockHash?: string | null;
  readonly blockNumber?: bigint | null;
  readonly from?: Address;
  readonly nonce?: number;
}
