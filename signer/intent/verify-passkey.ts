import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import type { Approval } from './approval.ts';

/** A passkey as the policy file names it. */
export interface Passkey {
  /** P-256: SubjectPublicKeyInfo as base64url, or a JWK. */
  readonly publicKey: string | { kty: 'EC'; crv: 'P-256'; x: string; y: string };
  readonly rpId: string;
  readonly origins: readonly string[];
}

type Assertion = Extract<Approval, { kind: 'passkey' }>;

const clientDataSchema = z.looseObject({
  type: z.literal('webauthn.get'),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

/** rpIdHash (32), flags (1), signature counter (4); WebAuthn level 3, §6.1. */
const authenticatorDataBytesMin = 37;
const flagsAt = 32;
const userPresent = 0x01;
const userVerified = 0x04;

/**
 * Whether a WebAuthn assertion answers `challenge` (base64url) with this passkey (WebAuthn level 3,
 * §7.2): type, challenge, origin, relying party, presence, the person verified, signature. The
 * counter is not judged, for synced passkeys keep it at zero.
 */
export function verifyPasskey(passkey: Passkey, challenge: string, assertion: Assertion): boolean {
  const clientDataBytes = Buffer.from(assertion.clientDataJSON, 'base64url');
  const authenticatorData = Buffer.from(assertion.authenticatorData, 'base64url');
  const clientData = clientDataSchema.safeParse(parseJson(clientDataBytes));
  if (!clientData.success || authenticatorData.length < authenticatorDataBytesMin) return false;

  const { origin, crossOrigin } = clientData.data;
  if (clientData.data.challenge !== challenge) return false;
  if (!passkey.origins.includes(origin) || crossOrigin === true) return false;
  if (!authenticatorData.subarray(0, flagsAt).equals(sha256(passkey.rpId))) return false;
  const flags = authenticatorData[flagsAt] ?? 0;
  if ((flags & userPresent) === 0 || (flags & userVerified) === 0) return false;

  const signed = Buffer.concat([authenticatorData, sha256(clientDataBytes)]);
  const signature = Buffer.from(assertion.signature, 'base64url');
  return verify('sha256', signed, { key: passkeyKey(passkey), dsaEncoding: 'der' }, signature);
}

/** The public key of a passkey; throws unless it is a point on P-256. */
export function passkeyKey({ publicKey }: Pick<Passkey, 'publicKey'>): KeyObject {
  const key =
    typeof publicKey === 'string'
      ? createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
      : createPublicKey({ key: publicKey, format: 'jwk' });
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new Error('a passkey of this signer is a P-256 key (ES256)');
  }
  return key;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
