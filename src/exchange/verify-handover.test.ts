import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { clockAt } from '../std/index.ts';
import { verifyHandover } from './index.ts';

const now = '2026-11-22T00:00:00Z';
const seconds = new Date(now).getTime() / 1_000;
const clock = clockAt(now);
const pair = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1' }];
const issuer = { issuer: 'https://exchange.example', keys };

const good: JWTPayload = {
  iss: issuer.issuer,
  aud: 'kaeru',
  sub: 'ex-1000',
  jti: randomUUID(),
  iat: seconds,
  exp: seconds + 60,
  language: 'ja',
};
const header = { alg: 'EdDSA', typ: 'handover+jwt', kid: 'k1' };

const sign = (claims: object = {}, head: object = {}, key = pair.privateKey) =>
  new SignJWT({ ...good, ...claims }).setProtectedHeader({ ...header, ...head }).sign(key);
const verify = async (token: string | Promise<string>) =>
  verifyHandover(clock, issuer, await token);

describe('a hand-over', () => {
  test('names the customer, the language, and when it ends', async () => {
    expect(await verify(sign())).toMatchObject({
      ok: true,
      value: { id: good.jti, customer: 'ex-1000', language: 'ja' },
    });
  });

  test('says when the exchange last asked for a factor, if it does say', async () => {
    const asked = await verify(sign({ auth_time: seconds - 3_600 }));
    expect(asked).toMatchObject({
      value: { authenticatedAt: new Date('2026-11-21T23:00:00Z') },
    });
    expect(await verify(sign())).toMatchObject({ value: { authenticatedAt: null } });
  });

  test.each([
    ['of another issuer', { iss: 'https://other.example' }, {}],
    ['for another program', { aud: 'somebody' }, {}],
    ['of another type', {}, { typ: 'JWT' }],
    ['of no type', {}, { typ: undefined }],
    ['with a key nobody knows', {}, { kid: 'k2' }],
    ['with no key named', {}, { kid: undefined }],
    ['that never ends', { exp: undefined }, {}],
    ['that lives too long', { exp: seconds + 3_600 }, {}],
    ['that lives a second too long', { exp: seconds + 121 }, {}],
    ['of the future', { iat: seconds + 60, exp: seconds + 120 }, {}],
    ['without a beginning', { iat: undefined }, {}],
    ['without an id', { jti: undefined }, {}],
    ['with a short id', { jti: '1' }, {}],
    ['with a factor that is yet to be shown', { auth_time: seconds + 1 }, {}],
    ['with a factor shown at no time', { auth_time: 'now' }, {}],
    ['of nobody', { sub: undefined }, {}],
    ['of a customer who is a sentence', { sub: "'; drop table customers; --" }, {}],
    ['in no language', { language: undefined }, {}],
    ['in a language that is a script', { language: '<script>' }, {}],
  ])('%s is refused', async (_, claims, head) => {
    expect(await verify(sign(claims, head))).toMatchObject({ code: 'handover_invalid' });
  });

  test('that has ended is told apart, since pressing the button again helps', async () => {
    const old = { iat: seconds - 90, exp: seconds - 30 };
    expect(await verify(sign(old))).toMatchObject({ code: 'handover_expired' });
  });

  test('signed by somebody else, by nobody, or with the public key as a secret, is refused', async () => {
    const invalid = { code: 'handover_invalid' };
    expect(await verify(sign({}, {}, stranger.privateKey))).toMatchObject(invalid);
    expect(await verify(new UnsecuredJWT(good).encode())).toMatchObject(invalid);
    const secret = Buffer.from(keys[0]?.x ?? '', 'base64url');
    const confused = new SignJWT(good).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
    expect(await verify(confused)).toMatchObject(invalid);
  });

  test('with a letter changed anywhere is refused', async () => {
    const token = await sign();
    // Some bits of the very last letter stand for nothing.
    for (let at = 0; at < token.length - 1; at += 7) {
      const letter = token[at] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      expect((await verify(changed)).ok, `letter ${at}`).toBe(false);
    }
  });

  test('that is no token at all is refused', async () => {
    for (const text of ['', '.', '..', 'a.b.c', 'x'.repeat(1_000_000), '\u0000', '{}']) {
      expect(await verify(text)).toMatchObject({ code: 'handover_invalid' });
    }
  });
});
