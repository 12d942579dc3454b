import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { invariant } from '../std/index.ts';

const keyBytes = 32;
const nonceBytes = 12;

/**
 * Encrypts a secret that must be read again (AES-256-GCM). `purpose` is bound into it: what was sealed
 * for one member of staff does not open for another.
 */
export function seal(accessKey: Uint8Array, purpose: string, secret: string): string {
  invariant(accessKey.length === keyBytes, 'the access key has 32 bytes');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', accessKey, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return ['v1', nonce, sealed, cipher.getAuthTag()]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** Opens what `seal` made; throws on another key, another purpose or a changed byte. */
export function unseal(accessKey: Uint8Array, purpose: string, text: string): string {
  const [version, nonce, sealed, tag] = text.split('.');
  invariant(version === 'v1' && nonce && sealed && tag, 'a sealed secret has four parts');
  const decipher = createDecipheriv('aes-256-gcm', accessKey, Buffer.from(nonce, 'base64url'))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  const opened = [decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()];
  return Buffer.concat(opened).toString('utf8');
}
