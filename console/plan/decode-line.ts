import type { PlanLine } from './plan.ts';

/** What a line does, read from the bytes that will be signed and from nothing else. */
export interface Moves {
  readonly asset: string;
  /** The token's contract; null for the network's own coin. */
  readonly contract: string | null;
  readonly amount: bigint;
  readonly recipient: string;
}

/** ERC-20 `transfer(address,uint256)`: its selector, twelve zero bytes, the address, the amount. */
const transferCall = /^0xa9059cbb0{24}([0-9a-f]{40})([0-9a-f]{64})$/;

/** Reads a line as a native or an ERC-20 transfer. Null for anything else: it is not approved. */
export function decodeLine(chainId: number, line: PlanLine): Moves | null {
  if (line.data === '0x') {
    const amount = BigInt(line.valueWei);
    return { asset: `evm:${chainId}/native`, contract: null, amount, recipient: line.to };
  }
  const call = transferCall.exec(line.data);
  if (!call || line.valueWei !== '0') return null;
  return {
    asset: `evm:${chainId}/token:${line.to}`,
    contract: line.to,
    amount: BigInt(`0x${call[2]}`),
    recipient: `0x${call[1]}`,
  };
}
