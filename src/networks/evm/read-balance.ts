import type { AssetId } from '../../money/index.ts';
import { invariant } from '../../std/index.ts';
import type { Address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Unread } from '../reading.ts';
import type { RpcCall, RpcResult } from '../rpc-node.ts';
import { assetParts } from '../transfer.ts';
import { askAgreed, askEach } from './ask-agreed.ts';
import { decodeAddress, decodeUint } from './decode-words.ts';
import { count, greatest, quantity, word } from './hex.ts';

/** How much of an asset an address holds, in base units, as the nodes agree. */
export async function readBalance(
  set: NodeSet,
  of: { readonly asset: AssetId; readonly address: Address },
): Promise<{ readonly status: 'read'; readonly units: bigint } | Unread> {
  const parts = assetParts(of.asset);
  invariant(parts?.network === set.network.id, `${of.asset} is an asset of ${set.network.id}`);
  const { token, tokenId } = parts;
  const agreed = await askAgreed(
    set,
    (block) => balanceCalls(of.address, token, tokenId, block),
    (results) => unitsOf(of.address, tokenId, results),
  );
  return agreed.status === 'read' ? { status: 'read', units: agreed.value } : agreed;
}

/**
 * How many transactions an address has sent: in blocks (`latest`), or with those that wait
 * (`pending`). Nodes need not know the same waiting ones: the highest count is the safe one.
 */
export async function readNonce(
  set: NodeSet,
  address: Address,
  at: 'latest' | 'pending',
): Promise<{ readonly status: 'read'; readonly nonce: number } | Unread> {
  const callAt = (block: string): RpcCall[] => [
    { method: 'eth_getTransactionCount', params: [address, block] },
  ];
  const decode = ([result]: readonly RpcResult[]) => (result?.ok ? count(result.value) : null);
  if (at === 'latest') {
    const agreed = await askAgreed(set, callAt, decode);
    return agreed.status === 'read' ? { status: 'read', nonce: agreed.value } : agreed;
  }
  const each = await askEach(set, callAt('pending'), decode);
  if (each.status !== 'read') return each;
  return { status: 'read', nonce: Number(greatest(each.value.map(BigInt))) };
}

function balanceCalls(
  address: Address,
  token: Address | null,
  tokenId: bigint | null,
  block: string,
): RpcCall[] {
  if (token === null) return [{ method: 'eth_getBalance', params: [address, block] }];
  const call = (data: string) => ({ method: 'eth_call', params: [{ to: token, data }, block] });
  // balanceOf(address)
  if (tokenId === null) return [call(`0x70a08231${word(address)}`)];
  // balanceOf(address,uint256) of ERC-1155, ownerOf(uint256) of ERC-721
  return [call(`0x00fdd58e${word(address)}${word(tokenId)}`), call(`0x6352211e${word(tokenId)}`)];
}

function unitsOf(
  address: Address,
  tokenId: bigint | null,
  [first, second]: readonly RpcResult[],
): bigint | null {
  const counted = first?.ok ? (decodeUint(first.value) ?? null) : null;
  if (counted !== null) return counted;
  if (tokenId === null) return first?.ok ? quantity(first.value) : null;
  const owner = second?.ok ? decodeAddress(second.value) : null;
  return owner === null ? null : owner === address ? 1n : 0n;
}
