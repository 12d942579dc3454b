import { type Address, parseAddress, type TxHash, txHash } from '../../networks/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import { type ExplorerHint, explorerHints } from './explorers.ts';
import { otherKindsIn } from './other-kinds.ts';
import { plainText } from './plain-text.ts';
import { removeSecrets, type SecretKind } from './remove-secrets.ts';

/** The longest text that is read, in bytes of UTF-8: a long mail thread, and nothing like a bomb. */
export const pasteBytesMax = 64 * 1024;
/** More ids than this are not looked up for one report. */
const idsMax = 50;

/** What was found in whatever a customer pasted. */
export interface Paste {
  /** As it was written, but for secrets, each replaced by a marker. The only text to store. */
  readonly text: string;
  readonly secrets: readonly SecretKind[];
  /** Each once, in the order of appearance. */
  readonly hashes: readonly TxHash[];
  /** Of these, the ones written without 0x and without any word about a transaction beside them. */
  readonly mayBeKeys: readonly TxHash[];
  readonly addresses: readonly Address[];
  /** Addresses of networks of another kind, right in themselves (bitcoin and its family). */
  readonly otherKinds: readonly string[];
  /** Links to block explorers. Only a hint: every network is asked all the same. */
  readonly explorers: readonly ExplorerHint[];
  /** Things that look like an id and are not one, with a code that has a sentence. */
  readonly problems: readonly PasteProblem[];
}

export interface PasteProblem {
  readonly code: 'hash_truncated' | 'address_malformed' | 'address_checksum_broken';
  readonly text: string;
}

/**
 * Takes a pasted message apart: a bare id, a link, a whole mail. Full-width digits, invisible
 * characters, line breaks within an id and upper case are read as what was meant. Secrets are removed
 * first. Linear in the length of the text.
 */
export function readPaste(original: string): Outcome<Paste, 'text_too_long'> {
  const bytes = Buffer.byteLength(original, 'utf8');
  if (bytes > pasteBytesMax) {
    return refuse('text_too_long', { bytes: String(bytes), bytesMax: String(pasteBytesMax) });
  }
  const cleaned = removeSecrets(original);
  const plain = joinBroken(plainText(cleaned.text).plain);
  const hashes = hashesIn(plain);
  const addresses = addressesIn(plain);
  return done({
    text: cleaned.text,
    secrets: cleaned.removed,
    hashes: once(hashes.map((found) => found.hash)),
    mayBeKeys: once(hashes.filter((found) => found.bare).map((found) => found.hash)),
    addresses: once(addresses.good),
    otherKinds: otherKindsIn(plain),
    explorers: explorerHints(plain),
    problems: [...addresses.problems, ...truncatedIn(plain)].slice(0, idsMax),
  });
}

/** Mail programs break long words: a 0x word that goes on in hex on the next line is one word. */
function joinBroken(plain: string): string {
  return plain.replace(
    /(0x[0-9a-f]{8,63})=?\r?\n[ >\t]{0,8}([0-9a-f]{1,56})(?![0-9a-z])/gi,
    (both, head: string, tail: string) =>
      head.length + tail.length === 66 || head.length + tail.length === 42 ? head + tail : both,
  );
}

function hashesIn(plain: string): { readonly hash: TxHash; readonly bare: boolean }[] {
  const shape = /0x([0-9a-f]{64})(?![0-9a-f])|(?<![0-9a-z])([0-9a-f]{64})(?![0-9a-z])/gi;
  return [...plain.matchAll(shape)].slice(0, idsMax).map((match) => ({
    hash: txHash(`0x${(match[1] ?? match[2] ?? '').toLowerCase()}`),
    bare: match[1] === undefined && !/tx|hash|取引|ハッシュ|\/$/i.test(before(plain, match.index)),
  }));
}

function before(plain: string, index: number): string {
  return plain.slice(Math.max(0, index - 24), index);
}

function addressesIn(plain: string): {
  readonly good: Address[];
  readonly problems: PasteProblem[];
} {
  const good: Address[] = [];
  const problems: PasteProblem[] = [];
  for (const match of [...plain.matchAll(/0x[0-9a-f]{38,42}(?![0-9a-z])/gi)].slice(0, idsMax)) {
    const read = parseAddress(match[0].replace(/^0X/, '0x'));
    if (read.ok) good.push(read.value);
    else problems.push({ code: read.code, text: match[0] });
  }
  return { good, problems };
}

/** `0x3f9a…c41d`, or hex of about the right length: an id that lost some of its digits. */
function truncatedIn(plain: string): PasteProblem[] {
  const shapes = [
    /0x[0-9a-f]{43,63}(?![0-9a-z])/gi,
    /0x[0-9a-f]{65,80}(?![0-9a-z])/gi,
    /0x[0-9a-f]{2,40}(?:…|\.{2,4}|\*{2,40})[0-9a-f]{2,40}(?![0-9a-z])/gi,
  ];
  return shapes.flatMap((shape) =>
    [...plain.matchAll(shape)].map((match) => ({
      code: 'hash_truncated' as const,
      text: match[0].slice(0, 90),
    })),
  );
}

function once<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
