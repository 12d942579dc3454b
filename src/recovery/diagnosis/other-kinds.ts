import { createHash } from 'node:crypto';

/** How many candidates of one message are checked: a check hashes. */
const candidatesMax = 50;

const base58Digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const bech32Digits = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/**
 * Addresses of networks of another kind (the bitcoin family): right in themselves, and nothing that
 * an EVM network knows. Their checksums are verified, so that no ordinary word is taken for one.
 */
export function otherKindsIn(plain: string): string[] {
  const base58 = /(?<![0-9A-Za-z])[1-9A-HJ-NP-Za-km-z]{26,36}(?![0-9A-Za-z])/g;
  // BIP-173 ends at 90 characters; Litecoin's MWEB addresses are longer.
  const bech32 =
    /(?<![0-9A-Za-z])(?:[a-z]{2,10}1[02-9ac-hj-np-z]{14,130}|[A-Z]{2,10}1[02-9AC-HJ-NP-Z]{14,130})(?![0-9A-Za-z])/g;
  const found = [
    ...[...plain.matchAll(base58)].slice(0, candidatesMax).filter(([text]) => isBase58Check(text)),
    ...[...plain.matchAll(bech32)].slice(0, candidatesMax).filter(([text]) => isBech32(text)),
  ];
  return [...new Set(found.map(([text]) => text))];
}

/** Base58Check: a version byte, 20 bytes of hash, and the first 4 of their double SHA-256. */
function isBase58Check(text: string): boolean {
  let value = 0n;
  for (const digit of text) value = value * 58n + BigInt(base58Digits.indexOf(digit));
  const bytes = Buffer.from(value.toString(16).padStart(50, '0'), 'hex');
  if (bytes.length !== 25) return false;
  const check = sha256(sha256(bytes.subarray(0, 21))).subarray(0, 4);
  return check.equals(bytes.subarray(21));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What the checksum comes to: 1 for bech32 (BIP-173), the other for bech32m (BIP-350). */
const checksumsRight = new Set([1, 0x2bc8_30a3]);

function isBech32(text: string): boolean {
  const lower = text.toLowerCase();
  const cut = lower.lastIndexOf('1');
  const prefix = [...lower.slice(0, cut)].map((letter) => letter.charCodeAt(0));
  const data = [...lower.slice(cut + 1)].map((digit) => bech32Digits.indexOf(digit));
  const high = prefix.map((code) => code >> 5);
  const low = prefix.map((code) => code & 31);
  return checksumsRight.has(polymod([...high, 0, ...low, ...data]));
}

/** The checksum of BIP-173, as that document computes it. */
function polymod(values: readonly number[]): number {
  const generator = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ff_ffff) << 5) ^ value;
    for (const [bit, term] of generator.entries()) if ((top >> bit) & 1) check ^= term;
  }
  return check >>> 0;
}
