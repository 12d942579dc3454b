import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** An address as people see it elsewhere, in the upper and lower case of EIP-55. */
export function checksum(address: string): string {
  const lower = address.slice(2).toLowerCase();
  const digits = bytesToHex(keccak_256(utf8ToBytes(lower)));
  const mixed = [...lower].map((sign, at) =>
    Number.parseInt(digits[at] ?? '0', 16) >= 8 ? sign.toUpperCase() : sign,
  );
  return `0x${mixed.join('')}`;
}
