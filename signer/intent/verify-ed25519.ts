import { createPublicKey, verify } from 'node:crypto';

const signatureBytes = 64;

/** Whether `signature` (base64url) over `message` is by `publicKey` (32 bytes, base64url). */
export function verifyEd25519(publicKey: string, message: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // Two spellings of one signature would be two approvals to whoever counts texts.
  if (bytes.length !== signatureBytes || bytes.toString('base64url') !== signature) return false;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
    format: 'jwk',
  });
  return verify(null, message, key, bytes);
}
