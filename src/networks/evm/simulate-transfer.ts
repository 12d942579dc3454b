import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Unread } from '../reading.ts';
import type { RpcCall, RpcResult } from '../rpc-node.ts';
import { askAgreed } from './ask-agreed.ts';
import { buildTransferCall, type TransferOrder } from './build-transfer-call.ts';
import { callAnswerOf } from './call-contract.ts';
import { decodeBool } from './decode-words.ts';
import { bytesIn } from './hex.ts';
import { transferProbe } from './transfer-probe.ts';

/**
 * What a transfer would do, judged by the balances before and after and not by what the token
 * answers. `moves`: exactly the amount leaves and arrives. `moves_less`: some of it is kept.
 * `moves_otherwise`: something else leaves or arrives.
 */
export type Simulation =
  | { readonly status: 'moves' }
  | { readonly status: 'moves_less'; readonly received: bigint }
  | { readonly status: 'moves_otherwise'; readonly received: bigint; readonly spent: bigint }
  | { readonly status: 'moves_nothing' }
  | { readonly status: 'returns_false' }
  | { readonly status: 'reverts'; readonly reason: string | null; readonly paused: boolean };

/** `EnforcedPause()` of OpenZeppelin 5, as our reader of reverts names it. */
const pausedReason = /pause|error 0xd93c0665/i;

/**
 * Tries a transfer on the newest block without sending anything. The nodes run a short program in
 * the place of `from` (a state override of `eth_call`, which geth, reth, Erigon, Nethermind, Besu
 * and anvil all know): it notes both balances, makes the transfer as `from` would, and notes them
 * again. The same call is made plainly beside it, as that gives the reason of a revert. `block`: the
 * newest one when it was tried.
 */
export async function simulateTransfer(
  set: NodeSet,
  order: TransferOrder & { readonly from: Address },
): Promise<(Simulation & { readonly block: bigint }) | Unread> {
  const call = buildTransferCall(order);
  const probe = { [order.from]: { code: transferProbe(order.from, order, call) } };
  const asked = {
    from: order.from,
    to: call.to,
    data: call.data,
    value: `0x${call.value.toString(16)}`,
  };
  const agreed = await askAgreed(
    set,
    (block): RpcCall[] => [
      { method: 'eth_call', params: [{ from: order.from, to: order.from }, block, probe] },
      { method: 'eth_call', params: [asked, block] },
      ...(order.token === null
        ? []
        : [{ method: 'eth_call', params: [{ to: order.token, data: '0x5c975abb' }, block] }]),
    ],
    (results) => judge(order.amount, results),
  );
  return agreed.status === 'read' ? { ...agreed.value, block: agreed.block } : agreed;
}

function judge(
  amount: bigint,
  [probed, plain, pausedSaid]: readonly RpcResult[],
): Simulation | null {
  const answer = plain ? callAnswerOf(plain) : null;
  const noted = probed?.ok ? notesOf(probed.value) : null;
  if (answer === null || noted === null) return null;
  const paused = pausedSaid?.ok === true && decodeBool(pausedSaid.value) === true;
  if (answer.status === 'reverts') {
    const { reason } = answer;
    return { status: 'reverts', reason, paused: paused || pausedReason.test(reason ?? '') };
  }
  if (!noted.succeeded) return { status: 'reverts', reason: null, paused };
  if (!noted.readable) return { status: 'moves_nothing' };
  const { received, spent } = noted;
  if (received === amount && spent === amount) return { status: 'moves' };
  if (received === 0n && spent === 0n) {
    return { status: decodeBool(answer.data) === false ? 'returns_false' : 'moves_nothing' };
  }
  return spent === amount && received >= 0n && received < amount
    ? { status: 'moves_less', received }
    : { status: 'moves_otherwise', received, spent };
}

/** The six words that the probe gives back (transfer-probe.ts). */
function notesOf(value: unknown) {
  const bytes = bytesIn(value);
  if (bytes?.length !== 2 + 6 * 64) return null;
  const words = (bytes.slice(2).match(/.{64}/g) ?? []).map((digits) => BigInt(`0x${digits}`));
  const [toBefore = 0n, fromBefore = 0n, toAfter = 0n, fromAfter = 0n, succeeded, readable] = words;
  return {
    received: toAfter - toBefore,
    spent: fromBefore - fromAfter,
    succeeded: succeeded === 1n,
    readable: readable === 1n,
  };
}
