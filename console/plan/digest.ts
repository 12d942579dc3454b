import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import type { AnyPlan } from './plan.ts';

/** What is hashed begins with the tag of its kind, so that none passes as another. */
const tags = {
  return: 'kaeru:plan:1\n',
  credit: 'kaeru:credit:1\n',
  compensate: 'kaeru:credit:1\n',
} as const;
const clusterTag = 'kaeru:cluster:1\n';

/** SHA-256 of a plan in 64 hex digits, computed here from the plan itself. */
export function digestOf({ kind, plan }: AnyPlan): string {
  return sha256Hex(`${tags[kind]}${canonicalJson(plan)}`);
}

/** What is signed for these plans together: for one its own digest, else that of their sorted list. */
export function digestOfAll(digests: readonly string[]): string {
  const sorted = [...digests].sort();
  const [only] = sorted;
  if (only === undefined || new Set(sorted).size !== sorted.length) {
    throw new RangeError('an approval covers at least one plan, each once');
  }
  return sorted.length === 1 ? only : sha256Hex(`${clusterTag}${canonicalJson(sorted)}`);
}

/** The digest as a passkey's challenge: its 32 bytes. */
export function challengeOf(digest: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hexToBytes(digest));
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
