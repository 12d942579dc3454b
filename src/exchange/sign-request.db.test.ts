import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestExchange, testExchange } from '../../test/reference-exchange.ts';
import { clockAt, minuteMs, systemClock } from '../std/index.ts';
import { signRequest } from './sign-request.ts';

interface Sent {
  method: string;
  url: URL;
  body: string;
  headers: Record<string, string>;
}

/** What the reference exchange says to requests that are not what was signed. */
describe('a signed request', () => {
  let running: TestExchange;
  beforeAll(async () => {
    running = await testExchange();
  });
  afterAll(() => running.stop());

  function signed(path: string, body = '', clock = systemClock): Sent {
    const url = new URL(path, running.url);
    const method = body === '' ? 'GET' : 'POST';
    const headers = signRequest(running.key, clock, { method, url, body });
    return { method, url, body, headers };
  }

  async function send({ url, method, headers, body }: Sent) {
    const answer = await fetch(url, { method, headers, ...(body === '' ? {} : { body }) });
    const { code } = (await answer.json()) as { code?: string };
    return code ?? answer.status;
  }

  const lift = JSON.stringify({
    idempotencyKey: 'k',
    restriction: 'none',
    reason: { caseNumber: 'R-26-000001', code: 'x' },
  });

  test('is answered as it is', async () => {
    expect(await send(signed('/v1/rates?asset=evm:1/native'))).toBe(200);
    expect(await send(signed('/v1/lifts', lift))).toBe('restriction_unknown');
  });

  const tampering: [string, (request: Sent) => Sent][] = [
    ['another query', (r) => ({ ...r, url: new URL('/v1/rates?asset=evm:1/x', r.url) })],
    ['another path', (r) => ({ ...r, url: new URL('/v1/assets', r.url) })],
    ['another method', (r) => ({ ...r, method: 'POST', body: '{}' })],
    [
      'another time',
      (r) => withHeader(r, 'kaeru-time', String(Number(r.headers['kaeru-time']) + 1)),
    ],
    ['another nonce', (r) => withHeader(r, 'kaeru-nonce', '0'.repeat(32))],
    ['a nonce of another shape', (r) => withHeader(r, 'kaeru-nonce', '1')],
    ['no signature', (r) => withHeader(r, 'kaeru-signature', '')],
    ['half a signature', (r) => withHeader(r, 'kaeru-signature', 'AAAA')],
  ];

  test.each(tampering)('with %s is refused', async (_, tamper) => {
    expect(await send(tamper(signed('/v1/rates?asset=evm:1/native')))).toBe('signature_invalid');
  });

  test('with another body is refused, also when its hash is put right', async () => {
    const request = signed('/v1/lifts', lift);
    const other = lift.replace('none', 'some');
    expect(await send({ ...request, body: other })).toBe('signature_invalid');
    const { headers } = signed('/v1/lifts', other);
    const fitted = withHeader(request, 'kaeru-body-sha256', headers['kaeru-body-sha256'] ?? '');
    expect(await send({ ...fitted, body: other })).toBe('signature_invalid');
  });

  test('of another key is refused', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const call = (id: string) => running.client({ key: { id, privateKey } }).assets();
    const refused = (problem: string) => ({ code: 'exchange_refused', facts: { problem } });
    expect(await call('kaeru-test')).toMatchObject(refused('signature_invalid'));
    expect(await call('somebody')).toMatchObject(refused('key_unknown'));
  });

  test.each([
    [-6 * minuteMs, 'clock_skewed'],
    [6 * minuteMs, 'clock_skewed'],
    [-4 * minuteMs, 200],
    [4 * minuteMs, 200],
  ])('signed %d ms from now: %s', async (skewMs, expected) => {
    const clock = clockAt(new Date(systemClock.now().getTime() + skewMs).toISOString());
    expect(await send(signed('/v1/assets', '', clock))).toBe(expected);
  });

  test('is not answered twice, nor after the exchange was killed', async () => {
    const request = signed('/v1/assets');
    expect(await send(request)).toBe(200);
    expect(await send(request)).toBe('nonce_replayed');
    await running.kill();
    await running.start();
    expect(await send(request)).toBe('nonce_replayed');
  });

  test('that does not fit the contract is refused', async () => {
    expect(await send(signed('/v1/lifts', 'not json'))).toBe('malformed_request');
    expect(await send(signed('/v1/lifts', '{}'))).toBe('malformed_request');
  });

  test('of more than 256 KiB is refused before it is read', async () => {
    expect(await send(signed('/v1/lifts', 'x'.repeat(300 * 1024)))).toBe('body_too_large');
  });
});

function withHeader(request: Sent, name: string, value: string): Sent {
  return { ...request, headers: { ...request.headers, [name]: value } };
}
