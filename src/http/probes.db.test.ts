import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { tablesWith } from '../../test/planted.ts';

let kaeru: TestDesk;
let outsideDemo: TestDesk;
beforeAll(async () => {
  [kaeru, outsideDemo] = await Promise.all([testDesk(), testDesk({ demo: false })]);
});
afterAll(async () => {
  await Promise.all([kaeru.close(), outsideDemo.close()]);
});

/** A request as it comes over a connection from this address. */
const from = (address: string, path: string, headers: Record<string, string> = {}) =>
  kaeru.app.request(path, { headers }, { incoming: { socket: { remoteAddress: address } } });

describe('the probes', () => {
  test('say that it lives, and which part it can’t work without is missing', async () => {
    expect((await kaeru.call('GET', '/healthz')).status).toBe(200);
    const ready = await kaeru.call('GET', '/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: 'not_ready',
      database: true,
      signer: false,
      exchange: false,
    });
  });

  test('count claims, payments, jobs and what waits for the audit record', async () => {
    const token = await kaeru.customer('counted');
    const body = { said: `0x${'77'.repeat(32)}` };
    await kaeru.call('POST', '/v1/claims', { token, body });
    kaeru.clock.pass(2_500);
    const answer = await from('127.0.0.1', '/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toContain('kaeru_claims{state="looking"} 1\n');
    expect(text).toContain('kaeru_claims{state="returned"} 0\n');
    expect(text).toContain('kaeru_payments{state="stopped"} 0\n');
    expect(text).toMatch(/kaeru_jobs\{job="recovery[./]look",state="created"\} 1\n/);
    expect(text).toMatch(/kaeru_audit_waiting_entries [1-9]/);
    expect(text).toContain('kaeru_audit_lag_seconds 2.5\n');
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) kaeru_\w+ .+|kaeru_\w+(?:\{.*\})? \d+(?:\.\d+)?)$/);
    }
    expect(text).not.toMatch(/R-26|0x77/);
  });

  test.each([
    ['from this machine', '127.0.0.1', {}, 200],
    ['from this machine, by IPv6', '::ffff:127.0.0.1', {}, 200],
    ['from elsewhere', '203.0.113.9', {}, 401],
    [
      'from elsewhere, through a proxy here',
      '127.0.0.1',
      { 'x-forwarded-for': '203.0.113.9' },
      401,
    ],
    ['from elsewhere, saying it is from here', '203.0.113.9', { host: 'localhost' }, 401],
  ])('tell numbers %s: %s', async (_, address, headers, status) => {
    expect((await from(address, '/metrics', headers)).status).toBe(status);
  });

  test('tell numbers to an auditor from anywhere, and to no other', async () => {
    const as = (token: string) =>
      from('203.0.113.9', '/metrics', { authorization: `Bearer ${token}` });
    expect((await as(await kaeru.staff('auditor'))).status).toBe(200);
    expect((await as(await kaeru.staff('administrator'))).status).toBe(403);
    expect((await as(await kaeru.customer('curious'))).status).toBe(403);
  });
});

describe('what every answer carries', () => {
  test.each(['/v1/claims', '/healthz', '/nowhere', '/openapi.json'])('%s', async (path) => {
    const { headers } = await kaeru.call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('the hand-over of a customer', () => {
  const takeOver = async (desk: TestDesk, token: string, headers = {}) =>
    await desk.app.request('/session/hand-over', {
      method: 'POST',
      body: new URLSearchParams({ token }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  /** Whoever is not let in is led to the log-in, with the reason for the page there. */
  const whyNot = (answer: Response) => {
    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get('location') ?? '', 'http://kaeru');
    expect(location.pathname).toBe('/sign-in');
    return location.searchParams.get('why');
  };

  test('sets a cookie that no script reads, bound to this host and to TLS outside the demo', async () => {
    const demo = await takeOver(kaeru, await kaeru.handover('one'));
    expect(demo.status).toBe(303);
    expect(demo.headers.get('location')).toBe('/claims');
    expect(demo.headers.get('set-cookie')).toMatch(
      /^kaeru_session=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    const real = await takeOver(outsideDemo, await outsideDemo.handover('one'));
    expect(real.headers.get('set-cookie')).toMatch(
      /^__Host-kaeru_session=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
  });

  test('is taken once', async () => {
    const token = await kaeru.handover('two');
    expect((await takeOver(kaeru, token)).status).toBe(303);
    const again = await takeOver(kaeru, token);
    expect(whyNot(again)).toBe('refused');
    expect(again.headers.get('set-cookie')).toBeNull();
    expect(await tablesWith(kaeru.database, token)).toEqual([]);
  });

  test.each(['', 'no.hand.over', 'a'.repeat(20_000), '\0'])('is refused as %j', async (token) => {
    expect(whyNot(await takeOver(kaeru, token))).toBe('refused');
  });

  test('takes what is no form for no hand-over', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(whyNot(await takeOver(kaeru, 'x', headers))).toBe('refused');
  });

  test('is limited like any sign-in', async () => {
    const answers: (string | null)[] = [];
    for (let tries = 0; tries < 60; tries += 1) {
      answers.push(whyNot(await takeOver(kaeru, 'no.hand.over')));
    }
    expect(new Set(answers)).toEqual(new Set(['refused', 'busy']));
    const refused = await takeOver(kaeru, 'no.hand.over', { 'accept-language': 'ja' });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    kaeru.clock.pass(60_000);
  });

  test('opens claims by its cookie, which acts on nothing', async () => {
    const opened = await takeOver(kaeru, await kaeru.handover('three'));
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await kaeru.call('GET', '/v1/claims', { headers: { cookie } });
    expect(page.status).toBe(200);
    const body = { said: `0x${'88'.repeat(32)}` };
    const acting = await kaeru.call('POST', '/v1/claims', { body, headers: { cookie } });
    expect(acting.status).toBe(401);
  });
});

describe('pages', () => {
  test('that load themselves again do not keep a session open', async () => {
    const token = await kaeru.customer('five');
    for (let minutes = 0; minutes < 55; minutes += 5) {
      kaeru.clock.pass(5 * 60_000);
      expect((await kaeru.call('GET', '/v1/claims?again', { token })).status).toBe(200);
    }
    kaeru.clock.pass(6 * 60_000);
    expect((await kaeru.call('GET', '/v1/claims?again', { token })).status).toBe(401);
  });
});
