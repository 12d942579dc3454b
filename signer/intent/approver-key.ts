import { z } from 'zod';
import { type Approval, keyIdField } from './approval.ts';
import { approvalChallenge, approvalMessage } from './digest.ts';
import { base64urlField } from './fields.ts';
import { verifyEd25519 } from './verify-ed25519.ts';
import { passkeyKey, verifyPasskey } from './verify-passkey.ts';

const ed25519KeySchema = z.strictObject({
  id: keyIdField,
  kind: z.literal('ed25519'),
  /** 32 bytes as base64url. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const jwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: base64urlField(43),
  y: base64urlField(43),
});

const passkeyPublicKey = z.union([base64urlField(200), jwkSchema]);

const passkeySchema = z.strictObject({
  id: keyIdField,
  kind: z.literal('passkey'),
  /** SubjectPublicKeyInfo as base64url, or a JWK. */
  publicKey: passkeyPublicKey.refine(
    (publicKey) => isPasskeyKey(publicKey),
    'not a P-256 public key',
  ),
  rpId: z.string().min(1).max(253),
  origins: z.array(z.string().min(1).max(300)).min(1).max(10),
});

export const approverKeySchema = z.discriminatedUnion('kind', [ed25519KeySchema, passkeySchema]);

/** One public key that its owner may approve with, as the policy file names it. */
export type ApproverKey = z.infer<typeof approverKeySchema>;

/** Whether `approval` is this key's yes to `digest`. */
export function verifyApproval(key: ApproverKey, digest: string, approval: Approval): boolean {
  if (key.kind === 'ed25519') {
    return (
      approval.kind === 'ed25519' &&
      verifyEd25519(key.publicKey, approvalMessage(digest), approval.signature)
    );
  }
  return approval.kind === 'passkey' && verifyPasskey(key, approvalChallenge(digest), approval);
}

function isPasskeyKey(publicKey: z.infer<typeof passkeyPublicKey>): boolean {
  try {
    return passkeyKey({ publicKey }).type === 'public';
  } catch {
    return false;
  }
}
