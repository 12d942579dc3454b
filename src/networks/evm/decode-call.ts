import type { Address } from '../address.ts';

/** What a transaction's call data asks a token contract to move. */
export interface CalledTransfer {
  readonly kind: 'token' | 'nft';
  readonly from: Address;
  readonly to: Address;
  readonly tokenId: bigint | null;
  readonly amount: bigint;
}

/** Words: the call data after the selector, 32 bytes each. */
type Reader = (sender: Address, words: readonly string[]) => CalledTransfer | null;

const asToken = (from: Address | null, to: Address | null, amount: string | undefined) =>
  from && to && amount
    ? { kind: 'token' as const, from, to, tokenId: null, amount: BigInt(`0x${amount}`) }
    : null;

const asNft = (words: readonly string[], amount: bigint | null): CalledTransfer | null => {
  const [from, to, id] = [addressOf(words[0]), addressOf(words[1]), words[2]];
  if (!from || !to || !id || amount === null) return null;
  return { kind: 'nft', from, to, tokenId: BigInt(`0x${id}`), amount };
};

/** By selector. `transferFrom` is the same in ERC-20 and ERC-721: it is read as an amount. */
const readers: Readonly<Record<string, Reader>> = {
  // transfer(address,uint256)
  '0xa9059cbb': (sender, words) => asToken(sender, addressOf(words[0]), words[1]),
  // transferFrom(address,address,uint256)
  '0x23b872dd': (_, words) => asToken(addressOf(words[0]), addressOf(words[1]), words[2]),
  // safeTransferFrom(address,address,uint256) and (address,address,uint256,bytes): ERC-721
  '0x42842e0e': (_, words) => asNft(words, 1n),
  '0xb88d4fde': (_, words) => asNft(words, 1n),
  // safeTransferFrom(address,address,uint256,uint256,bytes): ERC-1155
  '0xf242432a': (_, words) => asNft(words, words[3] ? BigInt(`0x${words[3]}`) : null),
};

/**
 * The transfer that call data asks for, so that people can be told what a failed transaction meant
 * to move. Null when it is another call. `sender` is the transaction's own.
 */
export function decodeCall(sender: Address, input: string): CalledTransfer | null {
  const read = readers[input.slice(0, 10)];
  if (!read) return null;
  // Five words are all that any of the readers looks at.
  const words = input.slice(10, 10 + 5 * 64).match(/.{64}/g) ?? [];
  return read(sender, words);
}

function addressOf(word: string | undefined): Address | null {
  return word?.startsWith('0'.repeat(24)) ? (`0x${word.slice(24)}` as Address) : null;
}
