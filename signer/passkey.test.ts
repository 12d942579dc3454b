import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type ApproverKey,
  approvalChallenge,
  approverKeySchema,
  verifyApproval,
} from './intent/index.ts';

const digest = '7a'.repeat(32);
const rpId = 'desk.example';
const origin = 'https://desk.example';
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const present = 0x01;
const verified = 0x04;

interface Assertion {
  readonly privateKey?: KeyObject;
  readonly rpId?: string;
  readonly flags?: number;
  readonly clientData?: object;
  readonly bytes?: (authenticatorData: Buffer) => Buffer;
}

/** What an authenticator answers (WebAuthn level 3, §6.3.3), well or ill. */
function assertion(change: Assertion = {}) {
  const clientDataJSON = Buffer.from(
    JSON.stringify({
      type: 'webauthn.get',
      challenge: approvalChallenge(digest),
      origin,
      crossOrigin: false,
      ...change.clientData,
    }),
  );
  const whole = Buffer.concat([
    sha256(change.rpId ?? rpId),
    Buffer.from([change.flags ?? present | verified]),
    Buffer.alloc(4),
  ]);
  const authenticatorData = change.bytes?.(whole) ?? whole;
  const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
  return {
    kind: 'passkey' as const,
    key: 'k',
    authenticatorData: authenticatorData.toString('base64url'),
    clientDataJSON: clientDataJSON.toString('base64url'),
    signature: sign('sha256', signed, change.privateKey ?? pair.privateKey).toString('base64url'),
  };
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

const spki = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
const key = { id: 'k', kind: 'passkey', publicKey: spki, rpId, origins: [origin] } as const;

describe('an approval by passkey', () => {
  test('counts, with the key as SPKI or as JWK', () => {
    const { kty, crv, x, y } = pair.publicKey.export({ format: 'jwk' });
    const jwk = approverKeySchema.parse({ ...key, publicKey: { kty, crv, x, y } });
    expect(verifyApproval(key as unknown as ApproverKey, digest, assertion())).toBe(true);
    expect(verifyApproval(jwk, digest, assertion())).toBe(true);
  });

  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  test.each<[string, Assertion]>([
    ['another digest', { clientData: { challenge: approvalChallenge('7b'.repeat(32)) } }],
    ['the challenge with padding', { clientData: { challenge: `${approvalChallenge(digest)}=` } }],
    ['a registration, not an assertion', { clientData: { type: 'webauthn.create' } }],
    ['another origin', { clientData: { origin: 'https://desk.example.evil' } }],
    ['the origin without its s', { clientData: { origin: 'http://desk.example' } }],
    ['inside another site', { clientData: { crossOrigin: true } }],
    ['another relying party', { rpId: 'evil.example' }],
    ['nobody present', { flags: verified }],
    ['the person not verified', { flags: present }],
    ['another key', { privateKey: other.privateKey }],
    ['data cut short', { bytes: (data) => data.subarray(0, 36) }],
  ])('does not count: %s', (_, change) => {
    expect(verifyApproval(key as unknown as ApproverKey, digest, assertion(change))).toBe(false);
  });

  test('does not count when any part was altered after signing', () => {
    const good = assertion();
    for (const part of ['authenticatorData', 'clientDataJSON', 'signature'] as const) {
      const bytes = Buffer.from(good[part], 'base64url');
      for (let at = 0; at < bytes.length; at += 1) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        const approval = { ...good, [part]: altered.toString('base64url') };
        expect(
          verifyApproval(key as unknown as ApproverKey, digest, approval),
          `${part} ${at}`,
        ).toBe(false);
      }
    }
  });

  test('does not count as another kind of approval', () => {
    const approval = { kind: 'ed25519' as const, key: 'k', signature: assertion().signature };
    expect(verifyApproval(key as unknown as ApproverKey, digest, approval)).toBe(false);
  });

  test('a key that is not on P-256 is no passkey', () => {
    const wrong = [
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey,
      generateKeyPairSync('ed25519').publicKey,
      generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey,
    ];
    for (const publicKey of wrong) {
      const text = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
      expect(approverKeySchema.safeParse({ ...key, publicKey: text }).success).toBe(false);
    }
    const off = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
    expect(approverKeySchema.safeParse({ ...key, publicKey: off }).success).toBe(false);
  });
});
