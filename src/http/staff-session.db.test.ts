import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallOptions, type TestDesk, testDesk, testSite } from '../../test/desk.ts';
import { passkeyDevice } from '../../test/passkey-device.ts';
import { tablesWith } from '../../test/planted.ts';
import { readProblem } from '../../test/problem.ts';
import { createStaff, type StaffRole } from '../access/index.ts';
import { newId } from '../std/index.ts';

const [origin = ''] = testSite.origins;
const password = 'a sentence that I remember';
const byCookie = { 'kaeru-session': 'cookie' };
const fromOwnPage = { 'sec-fetch-site': 'same-origin' };

let kaeru: TestDesk;
let outsideDemo: TestDesk;
beforeAll(async () => {
  [kaeru, outsideDemo] = await Promise.all([testDesk(), testDesk({ demo: false })]);
});
afterAll(async () => {
  await Promise.all([kaeru.close(), outsideDemo.close()]);
});

/** A new member of staff, and how they sign in. */
async function hire(desk: TestDesk, ...roles: StaffRole[]) {
  const login = `${newId()}@desk.example`;
  const created = await createStaff(
    { ...desk.desk, actor: { kind: 'system', id: 'test' } },
    { login, name: '佐藤', password, roles },
  );
  if (!created.ok) throw new Error(created.code);
  const totp = new TOTP({ secret: Secret.fromBase32(created.value.oneTime.secret) });
  const signIn = async (headers: Record<string, string> = {}) => {
    desk.clock.pass(30_000);
    const code = totp.generate({ timestamp: desk.clock.now().getTime() });
    const body = { login, password, code };
    return await desk.call('POST', '/v1/desk/sessions', { body, headers });
  };
  return { ...created.value, login, signIn };
}

async function cookieOf(answer: Promise<Response> | Response): Promise<string> {
  return ((await answer).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('a session of staff in a cookie', () => {
  test('is out of reach of scripts and of other sites, and bound to TLS outside the demo', async () => {
    const signIn = async (desk: TestDesk) => await (await hire(desk, 'risk')).signIn(byCookie);
    const demo = await signIn(kaeru);
    expect(demo.headers.get('set-cookie')).toMatch(
      /^kaeru_staff=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    );
    expect(await demo.json()).toMatchObject({ token: '' });
    const real = await signIn(outsideDemo);
    expect(real.headers.get('set-cookie')).toMatch(
      /^__Host-kaeru_staff=\S+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/,
    );
  });

  test('is not made for whoever wants the token, nor when signing in was refused', async () => {
    const sato = await hire(kaeru, 'recovery');
    const plain = await sato.signIn();
    expect(plain.headers.get('set-cookie')).toBeNull();
    expect(await plain.json()).toMatchObject({ token: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const body = { login: sato.login, password: 'wrong', code: '000000' };
    const refused = await kaeru.call('POST', '/v1/desk/sessions', { body, headers: byCookie });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  test.each<[string, Record<string, string>, number]>([
    ['a page of ours', fromOwnPage, 200],
    ['a page of ours in a browser of old', { origin }, 200],
    ['nobody knows where', {}, 401],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 401],
    ['another site with our origin', { 'sec-fetch-site': 'cross-site', origin }, 401],
    ['a sibling site', { 'sec-fetch-site': 'same-site', origin: 'https://x.desk.example' }, 401],
    ['a bookmark', { 'sec-fetch-site': 'none' }, 401],
    ['a frame without an origin', { origin: 'null' }, 401],
    ['a site whose name begins like ours', { origin: `${origin}.evil.example` }, 401],
    ['our name on another port', { origin: `${origin}:8443` }, 401],
    ['our name without TLS', { origin: origin.replace('https', 'http') }, 401],
  ])('acts for %s: %o gives %i', async (_, headers, status) => {
    const sato = await hire(kaeru, 'recovery');
    const cookie = await cookieOf(sato.signIn(byCookie));
    const options = { headers: { ...headers, cookie } };
    const read = await kaeru.call('GET', '/v1/session', options);
    expect(read.status).toBe(200);
    const acted = await kaeru.call('POST', '/v1/desk/passkeys/challenges', {
      ...options,
      body: {},
    });
    expect(acted.status).toBe(status);
    expect((await kaeru.call('DELETE', '/v1/session', options)).status).toBe(status);
  });

  test('never acts for the customer who uses the same browser, nor the other way round', async () => {
    const { signIn } = await hire(kaeru, 'recovery');
    const staff = await cookieOf(signIn(byCookie));
    const customer = `kaeru_session=${await kaeru.customer('both')}`;
    const cookie = `${customer}; ${staff}`;
    const kindOf = async (headers: Record<string, string>) => {
      const answer = await kaeru.call('GET', '/v1/session', { headers });
      return answer.ok ? ((await answer.json()) as { kind: string }).kind : answer.status;
    };
    expect(await kindOf({ cookie })).toBe('customer');
    expect(await kindOf({ cookie, ...byCookie })).toBe('staff');
    expect(await kindOf({ cookie: customer, ...byCookie })).toBe(401);
    const desk = (cookies: string) =>
      kaeru.call('GET', '/v1/desk/passkeys', { headers: { cookie: cookies } });
    expect((await desk(cookie)).status).toBe(200);
    expect((await desk(customer)).status).toBe(401);
  });

  test('lets a customer act on their own pages', async () => {
    const cookie = `kaeru_session=${await kaeru.customer('at-home')}`;
    const file = (headers: Record<string, string>) =>
      kaeru.call('POST', '/v1/claims', {
        body: { said: `0x${'89'.repeat(32)}` },
        headers: { cookie, ...headers },
      });
    expect((await file({})).status).toBe(401);
    expect((await file({ 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await file(fromOwnPage)).status).toBe(200);
  });

  test('is taken away with the session that ends', async () => {
    const { signIn } = await hire(kaeru, 'recovery');
    const cookie = await cookieOf(signIn(byCookie));
    const options: CallOptions = { headers: { ...byCookie, ...fromOwnPage, cookie } };
    const ended = await kaeru.call('DELETE', '/v1/session', options);
    expect(ended.headers.get('set-cookie')).toMatch(
      /^kaeru_staff=; Path=\/; HttpOnly; SameSite=Strict; Max-Age=0$/,
    );
    expect((await kaeru.call('GET', '/v1/session', options)).status).toBe(401);
    expect(await tablesWith(kaeru.database, cookie.split('=')[1] ?? '')).toEqual([]);
  });

  test('says who is signed in, what they may do, and until when', async () => {
    const { id, signIn } = await hire(kaeru, 'recovery', 'auditor');
    const headers = { cookie: await cookieOf(signIn(byCookie)) };
    const now = kaeru.clock.now();
    const answer = await kaeru.call('GET', '/v1/session', { headers });
    const told = (await answer.json()) as { permitted: string[] };
    expect(told).toMatchObject({
      ...{ kind: 'staff', id, name: '佐藤', roles: ['recovery', 'auditor'] },
      factorAt: now.toISOString(),
      factorFreshUntil: new Date(now.getTime() + 5 * 60_000).toISOString(),
    });
    expect(told.permitted).toEqual(expect.arrayContaining(['claim.correct', 'audit.read']));
    expect(told.permitted).not.toContain('plan.approve');
    const customer = await kaeru.call('GET', '/v1/session', { token: await kaeru.customer('c') });
    expect(await customer.json()).toMatchObject({ kind: 'customer', name: null, roles: [] });
  });
});

describe('passkeys', () => {
  const device = passkeyDevice({ rpId: testSite.rpId, origin });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    kaeru.call('POST', path, { body, headers });
  const ask = async () => {
    const answer = await post('/v1/desk/sessions/passkey-challenges', {});
    return (await answer.json()) as { id: string; challenge: { challenge: string } };
  };

  async function add(from: typeof device, token: string, manner = {}): Promise<Response> {
    const asked = await kaeru.call('POST', '/v1/desk/passkeys/challenges', { token, body: {} });
    const { id, challenge } = (await asked.json()) as Awaited<ReturnType<typeof ask>>;
    const body = { id, label: '金庫の鍵', credential: from.register(challenge, manner) };
    return await kaeru.call('POST', '/v1/desk/passkeys', { token, body });
  }

  test('are added to one’s own account, shown as the policy takes them, and open it', async () => {
    const token = await kaeru.staff('treasury');
    const added = await add(device, token);
    expect(await added.json()).toMatchObject({
      id: device.id,
      label: '金庫の鍵',
      lastUsedAt: null,
      policyKey: {
        id: expect.stringMatching(/^passkey-[0-9a-f]{32}$/),
        kind: 'passkey',
        publicKey: device.publicKey,
        rpId: testSite.rpId,
        origins: [origin],
      },
    });
    const { id, challenge } = await ask();
    const credential = device.show(challenge);
    const opened = await post('/v1/desk/sessions/passkey', { id, credential }, byCookie);
    expect(opened.status).toBe(200);
    expect(await opened.json()).toMatchObject({ token: '' });
    const headers = { cookie: await cookieOf(opened) };
    const listed = await kaeru.call('GET', '/v1/desk/passkeys', { headers });
    const { passkeys } = (await listed.json()) as { passkeys: { lastUsedAt: string | null }[] };
    expect(passkeys).toHaveLength(1);
    expect(passkeys[0]?.lastUsedAt).toBe(kaeru.clock.now().toISOString());
    const another = await kaeru.call('GET', '/v1/desk/passkeys', {
      token: await kaeru.staff('treasury'),
    });
    expect(await another.json()).toEqual({ passkeys: [] });
  });

  test('make a session fresh again, in which decisions are taken', async () => {
    const token = await kaeru.staff('risk');
    const own = passkeyDevice({ rpId: testSite.rpId, origin });
    await add(own, token);
    kaeru.clock.pass(6 * 60_000);
    const stale = await kaeru.call('POST', '/v1/desk/passkeys/challenges', { token, body: {} });
    expect((await readProblem(stale)).code).toBe('factor_not_fresh');
    const { id, challenge } = await ask();
    const body = { id, credential: own.show(challenge) };
    const shown = await kaeru.call('PUT', '/v1/desk/session/factor', { token, body });
    expect(await shown.json()).toEqual({ freshAt: kaeru.clock.now().toISOString() });
    const another = await ask();
    const notOwn = { id: another.id, credential: device.show(another.challenge) };
    const refused = await kaeru.call('PUT', '/v1/desk/session/factor', { token, body: notOwn });
    expect((await readProblem(refused)).code).toBe('passkey_refused');
  });

  test.each([
    ['for another site', { origin: 'https://desk.example.evil.example' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['not unlocked', { verified: false }],
    ['of another question', { challenge: 'AAAA' }],
    ['with a counter that goes back', { counter: 0 }],
  ])('%s open nothing', async (_, manner) => {
    const { id, challenge } = await ask();
    const credential = device.show(challenge, manner);
    const opened = await post('/v1/desk/sessions/passkey', { id, credential }, byCookie);
    expect((await readProblem(opened)).code).toBe('passkey_refused');
    expect(opened.headers.get('set-cookie')).toBeNull();
  });

  test('answered twice, or late, open nothing the second time', async () => {
    const { id, challenge } = await ask();
    const body = { id, credential: device.show(challenge) };
    expect((await post('/v1/desk/sessions/passkey', body)).status).toBe(200);
    expect((await post('/v1/desk/sessions/passkey', body)).status).toBe(401);
    const later = await ask();
    kaeru.clock.pass(5 * 60_000);
    const late = { id: later.id, credential: device.show(later.challenge) };
    expect((await post('/v1/desk/sessions/passkey', late)).status).toBe(401);
  });

  test.each([
    ['another site’s', { origin: 'https://evil.example' }],
    ['one that was not unlocked', { verified: false }],
  ])('%s is not added', async (_, manner) => {
    const fresh = passkeyDevice({ rpId: testSite.rpId, origin });
    const answer = await add(fresh, await kaeru.staff('treasury'), manner);
    expect((await readProblem(answer)).code).toBe('passkey_refused');
  });

  test('are taken off by their holder alone, who was there just now, and open nothing then', async () => {
    const token = await kaeru.staff('support');
    const lost = passkeyDevice({ rpId: testSite.rpId, origin });
    await add(lost, token);
    const remove = (by: string) =>
      kaeru.call('DELETE', `/v1/desk/passkeys/${lost.id}`, { token: by });
    const stranger = await remove(await kaeru.staff('administrator'));
    expect((await readProblem(stranger)).code).toBe('passkey_unknown');
    expect((await remove(token)).status).toBe(200);
    expect((await readProblem(await remove(token))).code).toBe('passkey_unknown');
    const { id, challenge } = await ask();
    const body = { id, credential: lost.show(challenge) };
    expect((await post('/v1/desk/sessions/passkey', body)).status).toBe(401);
    kaeru.clock.pass(5 * 60_000);
    expect((await readProblem(await remove(token))).code).toBe('factor_not_fresh');
  });

  test('are twenty at most', async () => {
    const token = await kaeru.staff('support');
    for (let count = 0; count < 20; count += 1) {
      const added = await add(passkeyDevice({ rpId: testSite.rpId, origin }), token);
      expect(added.status).toBe(200);
    }
    const asked = await kaeru.call('POST', '/v1/desk/passkeys/challenges', { token, body: {} });
    expect((await readProblem(asked)).code).toBe('passkeys_too_many');
  });
});

describe('what only the demo does', () => {
  test('is nowhere else, whoever asks', async () => {
    const token = await outsideDemo.staff('treasury');
    const calls = [
      outsideDemo.call('GET', '/demo/staff', { token }),
      outsideDemo.call('POST', '/demo/device/approvals', {
        token,
        body: { digest: 'd'.repeat(64) },
      }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect((await readProblem(answer)).code).toBe('route_not_found');
    }
  });
});
