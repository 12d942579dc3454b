import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const flagPresent = 0x01;
const flagVerified = 0x04;
const flagNewCredential = 0x40;

/** How a device may misbehave. Left out, it does as it should. */
interface Manner {
  readonly origin?: string;
  readonly rpId?: string;
  /** False: nobody unlocked it. */
  readonly verified?: boolean;
  readonly challenge?: string;
  readonly counter?: number;
}

/**
 * A passkey authenticator in software (ES256, attestation `none`), as W3C WebAuthn Level 3 §6 and
 * §7 describe what it sends. For tests only: its key lies in memory.
 */
export function passkeyDevice(site: { readonly rpId: string; readonly origin: string }) {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, manner: Manner) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: manner.challenge ?? challenge,
        origin: manner.origin ?? site.origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (manner: Manner, extraFlags: number, rest: Buffer) => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(manner.counter ?? counter);
    const flags = flagPresent | (manner.verified === false ? 0 : flagVerified) | extraFlags;
    const rpIdHash = createHash('sha256')
      .update(manner.rpId ?? site.rpId)
      .digest();
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, rest]);
  };

  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  return {
    id: id.toString('base64url'),
    /** As the signer's policy names it. */
    publicKey: { kty: 'EC', crv: 'P-256', x, y } as const,

    register(
      options: { readonly challenge: string },
      manner: Manner = {},
    ): RegistrationResponseJSON {
      const length = Buffer.from([0, id.length]);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(x, y)]);
      const data = authenticatorData(manner, flagNewCredential, credential);
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, manner).toString(
            'base64url',
          ),
          attestationObject: attestation(data).toString('base64url'),
        },
      };
    },

    show(options: { readonly challenge: string }, manner: Manner = {}): AuthenticationResponseJSON {
      const client = clientData('webauthn.get', options.challenge, manner);
      const data = authenticatorData(manner, 0, Buffer.alloc(0));
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, pair.privateKey).toString('base64url'),
        },
      };
    },
  };
}

/** CBOR of { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y } (RFC 9053 §7.1). */
function coseKey(x: string, y: string): Buffer {
  const bytes32 = Buffer.from([0x58, 0x20]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes32,
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22]),
    bytes32,
    Buffer.from(y, 'base64url'),
  ]);
}

/** CBOR of { fmt: 'none', attStmt: {}, authData }. */
function attestation(data: Buffer): Buffer {
  const text = (word: string) =>
    Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x58, data.length]),
    data,
  ]);
}
