import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import type { Plan } from './plan.ts';

/** Each kind of text that is hashed or signed begins with its own tag, so none passes as another. */
const tags = {
  plan: 'kaeru:plan:1\n',
  cluster: 'kaeru:cluster:1\n',
  approval: 'kaeru:approval:1\n',
  auditHead: 'kaeru:audit-head:1\n',
} as const;

/** SHA-256 of a plan, as 64 hex digits: what its approvers sign. */
export function planDigest(plan: Plan): string {
  return sha256Hex(`${tags.plan}${canonicalJson(plan)}`);
}

/**
 * What is signed when plans are approved together: the plan's own digest for one, a digest of the
 * sorted list for a cluster. Throws on an empty list and on a plan named twice.
 */
export function approvalDigest(planDigests: readonly string[]): string {
  const sorted = [...planDigests].sort();
  const [only] = sorted;
  if (only === undefined || new Set(sorted).size !== sorted.length) {
    throw new RangeError('an approval covers at least one plan, each named once');
  }
  return sorted.length === 1 ? only : sha256Hex(`${tags.cluster}${canonicalJson(sorted)}`);
}

/** The bytes that an Ed25519 device key signs to approve. */
export function approvalMessage(digest: string): Uint8Array {
  return concatBytes(utf8ToBytes(tags.approval), hexToBytes(digest));
}

/** The WebAuthn challenge (base64url) that a passkey signs to approve: the digest itself. */
export function approvalChallenge(digest: string): string {
  const text = String.fromCharCode(...hexToBytes(digest));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes that the signer signs to vouch for the head of the audit record. */
export function auditHeadMessage(head: { sequence: number; hash: string }): Uint8Array {
  const { hash, sequence } = head;
  return utf8ToBytes(`${tags.auditHead}${canonicalJson({ hash, sequence })}`);
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
