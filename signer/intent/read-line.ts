import type { Address, Line, Plan } from './plan.ts';

/** What a line does, read from the bytes that will be signed. */
export interface Movement {
  /** `evm:61/native` or `evm:61/token:0x…`. */
  readonly asset: string;
  readonly amount: bigint;
  readonly recipient: Address;
}

/** First four bytes of keccak256("transfer(address,uint256)"), ERC-20. */
const transferSelector = '0xa9059cbb';
const wordDigits = 64;
const addressDigits = 40;

/**
 * Reads a line as a native transfer or an ERC-20 `transfer`, by itself and from nothing but `to`,
 * `valueWei` and `data`. Null when it is anything else: what can't be read is not signed.
 */
export function readLine(network: Plan['network'], line: Line): Movement | null {
  const chain = `evm:${network.chainId}`;
  if (line.data === '0x') {
    return { asset: `${chain}/native`, amount: BigInt(line.valueWei), recipient: line.to };
  }
  const words = line.data.slice(transferSelector.length);
  if (!line.data.startsWith(transferSelector) || words.length !== 2 * wordDigits) return null;
  const padding = words.slice(0, wordDigits - addressDigits);
  if (/[^0]/.test(padding) || line.valueWei !== '0') return null;
  return {
    asset: `${chain}/token:${line.to}`,
    amount: BigInt(`0x${words.slice(wordDigits)}`),
    recipient: `0x${words.slice(wordDigits - addressDigits, wordDigits)}`,
  };
}

/**
 * The `data` of an ERC-20 transfer; the other half of `readLine`.
 *
 * @example
 * transferData('0x00000000000000000000000000000000000000b0', 5n)
 */
export function transferData(recipient: Address, amount: bigint): Line['data'] {
  const address = recipient.slice(2).padStart(wordDigits, '0');
  return `0xa9059cbb${address}${amount.toString(16).padStart(wordDigits, '0')}`;
}
