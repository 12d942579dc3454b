import { unreachable } from '../../std/index.ts';
import type { Address, TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { ChainTransaction, Unread } from '../reading.ts';
import { readTransaction } from './read-transaction.ts';

/**
 * Where a transaction that we sent is. `mined`: in a block that could still go; `final`: by the
 * network's own rule it can't. `dropped`: no node has it and its nonce is free, so it may be sent
 * again. `replaced_by_other`: its nonce went to another transaction; it will never be mined.
 */
export type Followed =
  | { readonly status: 'pending' }
  | {
      readonly status: 'mined' | 'final';
      readonly succeeded: boolean;
      readonly confirmations: number;
      /** With its transfers; fees paid are in `transaction.fee`. Inner moves are not read. */
      readonly transaction: ChainTransaction;
    }
  | { readonly status: 'dropped' }
  | { readonly status: 'replaced_by_other'; readonly replacedBy: TxHash | null }
  | Unread;

/** Looks once at a transaction of ours, whose sender and nonce we know. */
export async function followTransaction(
  set: NodeSet,
  hash: TxHash,
  sent: { readonly from: Address; readonly nonce: number },
): Promise<Followed> {
  const reading = await readTransaction(set, hash, { seen: sent, details: false });
  if (reading.status === 'unread') return reading;
  if (reading.status === 'not_found') return { status: 'dropped' };
  const { transaction } = reading;
  switch (transaction.state) {
    case 'succeeded':
    case 'reverted':
      return {
        status: transaction.final ? 'final' : 'mined',
        succeeded: transaction.state === 'succeeded',
        confirmations: transaction.confirmations,
        transaction,
      };
    case 'pending':
    case 'reorged':
      return { status: 'pending' };
    case 'replaced':
      return { status: 'replaced_by_other', replacedBy: transaction.replacedBy ?? null };
    default:
      return unreachable(transaction.state);
  }
}
