import { invariant } from '../../std/index.ts';
import type { Address } from '../address.ts';
import { word } from './hex.ts';

/** A transfer to be made: of a token, or of the network's own coin when `token` is null. */
export interface TransferOrder {
  readonly token: Address | null;
  readonly to: Address;
  readonly amount: bigint;
}

/** What a transaction has to carry to make a transfer. */
export interface TransferCall {
  readonly to: Address;
  readonly value: bigint;
  readonly data: `0x${string}`;
}

/** The call that makes a transfer: plain value, or the token's `transfer(address,uint256)`. */
export function buildTransferCall({ token, to, amount }: TransferOrder): TransferCall {
  invariant(amount > 0n && amount < 2n ** 256n, 'a transfer moves something that fits a word');
  if (token === null) return { to, value: amount, data: '0x' };
  invariant(token !== to, 'tokens are not sent to their own contract');
  return { to: token, value: 0n, data: `0xa9059cbb${word(to)}${word(amount)}` };
}
