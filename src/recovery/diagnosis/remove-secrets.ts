import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { bip39Runs } from './bip39-runs.ts';
import { type PlainText, plainText, type Replacement, replaceIn } from './plain-text.ts';
import {
  codeLabel,
  keyWords,
  myNumberLabel,
  passwordLabel,
  transactionWords,
} from './secret-words.ts';

/** What was found that must not be kept. */
export type SecretKind =
  | 'private key'
  | 'seed phrase'
  | 'wallet file'
  | 'password'
  | 'code'
  | 'identity number';

export interface Cleaned {
  /** As it was written, but for a marker such as `[removed: private key]` in place of each secret. */
  readonly text: string;
  /** Each kind once, in the order of the list above. */
  readonly removed: readonly SecretKind[];
}

/**
 * Takes out of a text what nobody but its owner may have, before it is stored, logged or queued.
 * Linear in the length of the text; the caller limits that length.
 *
 * Sixty-four hex digits are a private key as well as a transaction id. They count as a key when a
 * label beside them says so, or when the address that they would control stands in the same text;
 * otherwise they are looked up as a transaction.
 */
export function removeSecrets(original: string): Cleaned {
  const text = plainText(original);
  const found = detectors.flatMap(({ kind, find }) =>
    find(text.plain).map(([from, to]) => ({ from, to, by: `[removed: ${kind}]`, kind })),
  );
  if (found.length === 0) return { text: original, removed: [] };
  const kinds = new Set(found.map(({ kind }) => kind));
  return { text: replaceIn(text, found satisfies Replacement[]), removed: order(kinds) };
}

type Stretch = readonly [from: number, to: number];

interface Detector {
  readonly kind: SecretKind;
  readonly find: (plain: PlainText['plain']) => Stretch[];
}

/** Shapes that are a secret wherever they stand. A mistyped key is a secret all the same. */
const keyShapes: readonly RegExp[] = [
  // Wallet import format (Bitcoin and its kin), and its password-protected form (BIP-38).
  /(?<![0-9A-Za-z])(?:[5KLc9][1-9A-HJ-NP-Za-km-z]{50,51}|6P[1-9A-HJ-NP-Za-km-z]{56})(?![0-9A-Za-z])/g,
  // Extended private keys (BIP-32 and SLIP-132): xprv, yprv, zprv, tprv, …
  /(?<![0-9A-Za-z])[a-zA-Z]prv[1-9A-HJ-NP-Za-km-z]{70,120}/g,
  // Stellar's secret seeds, and Nostr's.
  /(?<![0-9A-Za-z])S[A-Z2-7]{55}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z])nsec1[02-9ac-hj-np-z]{50,70}(?![0-9A-Za-z])/gi,
];

const detectors: readonly Detector[] = [
  { kind: 'private key', find: (plain) => keyShapes.flatMap((shape) => whole(plain, shape)) },
  { kind: 'private key', find: labelledKeys },
  { kind: 'private key', find: pemKeys },
  { kind: 'seed phrase', find: bip39Runs },
  { kind: 'wallet file', find: keystores },
  { kind: 'password', find: (plain) => labelled(plain, passwordLabel) },
  { kind: 'code', find: (plain) => labelled(plain, codeLabel) },
  {
    kind: 'identity number',
    find: (plain) =>
      labelled(plain, myNumberLabel).filter(([from, to]) => isMyNumber(plain.slice(from, to))),
  },
];

const kindOrder: readonly SecretKind[] = [
  'private key',
  'seed phrase',
  'wallet file',
  'password',
  'code',
  'identity number',
];

function order(kinds: ReadonlySet<SecretKind>): SecretKind[] {
  return kindOrder.filter((kind) => kinds.has(kind));
}

function whole(plain: string, shape: RegExp): Stretch[] {
  return [...plain.matchAll(shape)].map((match) => [match.index, match.index + match[0].length]);
}

/** The stretch of the pattern's first group. */
function labelled(plain: string, label: RegExp): Stretch[] {
  return [...plain.matchAll(label)].map((match) => {
    const end = match.index + match[0].length;
    return [end - (match[1] ?? '').length, end];
  });
}

/** How far a label may stand from what it labels, in characters. */
const labelReach = 60;
const labelReachAfter = 30;

function labelledKeys(plain: string): Stretch[] {
  const shape = /0x[0-9a-f]{64}(?![0-9a-f])|(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])/gi;
  const candidates = whole(plain, shape);
  return candidates.filter(([from, to], index) => {
    const previousEnd = candidates[index - 1]?.[1] ?? 0;
    const nextStart = candidates[index + 1]?.[0] ?? plain.length;
    const before = plain.slice(Math.max(previousEnd, from - labelReach), from);
    const after = plain.slice(to, Math.min(nextStart, to + labelReachAfter));
    return (
      isLabelledKey(before, after) || (index < derivedMax && controlsNamedAddress(plain, from, to))
    );
  });
}

/** The nearest label before it decides; without one, a label right after it. */
function isLabelledKey(before: string, after: string): boolean {
  const key = lastAt(before, keyWords);
  const transaction = lastAt(before, transactionWords);
  if (key !== -1 || transaction !== -1) return key > transaction;
  const keyAfter = after.search(keyWords);
  const transactionAfter = after.search(transactionWords);
  return keyAfter !== -1 && (transactionAfter === -1 || keyAfter < transactionAfter);
}

function lastAt(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}

/** Deriving an address takes a millisecond: only the first few candidates are tried. */
const derivedMax = 8;

function controlsNamedAddress(plain: string, from: number, to: number): boolean {
  const digits = plain.slice(from, to).replace(/^0x/i, '').toLowerCase();
  const bytes = hexToBytes(digits);
  if (!/0x[0-9a-f]{40}(?![0-9a-f])/i.test(plain)) return false;
  if (!secp256k1.utils.isValidSecretKey(bytes)) return false;
  const point = secp256k1.getPublicKey(bytes, false).subarray(1);
  const address = bytesToHex(keccak_256(point).subarray(-20));
  return plain.toLowerCase().includes(`0x${address}`);
}

/** A key in PEM, closed or cut off. */
function pemKeys(plain: string): Stretch[] {
  return stretchesFrom(plain, /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g, (from) => {
    const end = plain.indexOf('-----END', from + 10);
    const close = end === -1 ? -1 : plain.indexOf('-----', end + 8);
    return close === -1 ? plain.length : close + 5;
  });
}

/** A wallet's JSON file: the outermost object that holds a cipher text and how it was encrypted. */
function keystores(plain: string): Stretch[] {
  if (!/ciphertext/i.test(plain)) return [];
  return outermostObjects(plain).filter(([from, to]) => {
    const object = plain.slice(from, to);
    return /"ciphertext"/i.test(object) && /"(?:kdf|kdfparams|mac|cipher)"/i.test(object);
  });
}

/** An object that is never closed goes to the end of the text. */
function outermostObjects(plain: string): Stretch[] {
  const found: Stretch[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const character = plain[index];
    if (character === '{') {
      if (depth === 0) from = index;
      depth += 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push([from, index + 1]);
    }
  }
  if (depth > 0) found.push([from, plain.length]);
  return found;
}

function stretchesFrom(plain: string, start: RegExp, endOf: (from: number) => number): Stretch[] {
  const found: Stretch[] = [];
  let done = 0;
  for (const match of plain.matchAll(start)) {
    if (match.index < done) continue;
    done = endOf(match.index);
    found.push([match.index, done]);
  }
  return found;
}

/** The check digit of a Japanese individual number (総務省令第85号, 2014, article 5). */
function isMyNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  if (digits.length !== 12) return false;
  const sum = digits
    .slice(0, 11)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
  const rest = sum % 11;
  return digits[11] === (rest <= 1 ? 0 : 11 - rest);
}
