import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Unread } from '../reading.ts';
import type { RpcResult } from '../rpc-node.ts';
import { askAgreed } from './ask-agreed.ts';
import { decodeRevert } from './decode-words.ts';
import { bytesIn } from './hex.ts';

/** What a call that changes nothing gave back. */
export type CallAnswer =
  | { readonly status: 'returned'; readonly data: `0x${string}` }
  | { readonly status: 'reverts'; readonly reason: string | null };

/** Calls a contract without a transaction (`eth_call`), as the nodes agree. */
export async function callContract(
  set: NodeSet,
  call: { readonly to: Address; readonly data: `0x${string}`; readonly from?: Address },
): Promise<CallAnswer | Unread> {
  const agreed = await askAgreed(
    set,
    (block) => [{ method: 'eth_call', params: [call, block] }],
    ([result]) => (result ? callAnswerOf(result) : null),
  );
  return agreed.status === 'read' ? agreed.value : agreed;
}

/**
 * Tells a contract's failure from a node's: geth gives code 3 to a revert with data; other failures
 * of execution are told by their message alone. Null: it is the node that did not do as asked.
 */
export function callAnswerOf(result: RpcResult): CallAnswer | null {
  if (result.ok) {
    const data = bytesIn(result.value);
    return data === null ? null : { status: 'returned', data };
  }
  const failed =
    result.code === 3 ||
    /revert|invalid opcode|out of gas|invalid jump|stack (under|over)flow|VM execution error|insufficient (funds|balance)/i.test(
      result.message,
    );
  if (!failed) return null;
  return { status: 'reverts', reason: decodeRevert(result.data, result.message) };
}
