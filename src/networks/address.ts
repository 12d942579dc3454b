import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Branded, done, invariant, type Outcome, refuse } from '../std/index.ts';

/** 20 bytes in lower-case hex. The checksummed spelling is for edges (`checksumAddress`) alone. */
export type Address = Branded<`0x${string}`, 'Address'>;

/** The 32-byte hash of a transaction, in lower-case hex. */
export type TxHash = Branded<`0x${string}`, 'TxHash'>;

const lower = /^0x[0-9a-f]{40}$/;
const anyCase = /^0x[0-9a-fA-F]{40}$/;
const hash = /^0x[0-9a-f]{64}$/;

/**
 * Reads an address as a person or a partner wrote it. All lower or all upper case is accepted as it
 * is; mixed case must match its checksum (EIP-55), since one wrong letter is how money is lost.
 */
export function parseAddress(
  text: string,
): Outcome<Address, 'address_malformed' | 'address_checksum_broken'> {
  const trimmed = text.trim().replace(/^0X/, '0x');
  const shown = { address: trimmed.slice(0, 60) };
  if (!anyCase.test(trimmed)) return refuse('address_malformed', shown);
  const digits = trimmed.slice(2);
  const plain = `0x${digits.toLowerCase()}` as Address;
  const oneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  if (!oneCase && checksumAddress(plain) !== trimmed)
    return refuse('address_checksum_broken', shown);
  return done(plain);
}

/** Brands an address that is already in the inner spelling; throws on any other text. */
export function address(text: string): Address {
  invariant(lower.test(text), `'${text.slice(0, 60)}' is a lower-case address`);
  return text as Address;
}

/** The spelling for people and partners: a letter is a capital where the hash has 8 or more (EIP-55). */
export function checksumAddress(value: Address): `0x${string}` {
  const digits = value.slice(2);
  const hashed = bytesToHex(keccak_256(utf8ToBytes(digits)));
  let spelled = '';
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charAt(at);
    spelled += Number.parseInt(hashed.charAt(at), 16) >= 8 ? digit.toUpperCase() : digit;
  }
  return `0x${spelled}`;
}

/** Reads a transaction hash in any case. Taking a pasted message apart is the caller's work. */
export function parseTxHash(text: string): Outcome<TxHash, 'hash_malformed'> {
  const plain = text.trim().toLowerCase();
  if (!hash.test(plain)) return refuse('hash_malformed', { hash: plain.slice(0, 80) });
  return done(plain as TxHash);
}

/** Brands a hash that is already in the inner spelling; throws on any other text. */
export function txHash(text: string): TxHash {
  invariant(hash.test(text), `'${text.slice(0, 80)}' is a lower-case transaction hash`);
  return text as TxHash;
}

/**
 * Addresses that nobody holds a key to: the zero address, the precompiled contracts (1 to 18, as of
 * the Osaka fork), and the spellings that people burn coins at.
 */
export const deadAddresses: ReadonlySet<string> = new Set([
  `0x${'0'.repeat(40)}`,
  ...Array.from({ length: 18 }, (_, index) => `0x${(index + 1).toString(16).padStart(40, '0')}`),
  '0x000000000000000000000000000000000000dead',
  '0xdead000000000000000000000000000000000000',
  '0xdead000000000000000042069420694206942069',
  '0xdeaddeaddeaddeaddeaddeaddeaddeaddeaddead',
  '0xffffffffffffffffffffffffffffffffffffffff',
  '0x1111111111111111111111111111111111111111',
  '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
]);

/** Whether nobody can hold the key of this address. */
export function isDeadAddress(value: Address): boolean {
  return deadAddresses.has(value);
}
