import { describe, expect, test } from 'vitest';
import { sampleChoice, sampleClaim, sampleHash } from '../test/portal-claims.ts';
import { onlyClaim, portalFacts, Refused, type Say, visits } from '../test/portal-visit.ts';
import { portalApp } from './index.tsx';

const visitPortal = (say: Say) => visits((api) => portalApp({ ...portalFacts, api }), say);

const claim = sampleClaim();
const once = 'ab'.repeat(16);
const draft = (clue: string) => ({ clue, hints: {}, language: 'ja', savedAt: claim.createdAt });

/** An API with a draft, which says `said` to one operation, given as `PUT /v1/draft`. */
function api(said: Readonly<Record<string, unknown>>): Say {
  const known: Readonly<Record<string, unknown>> = {
    'GET /v1/draft': { draft: draft(sampleHash) },
    'PUT /v1/draft': { draft: draft(sampleHash) },
    'POST /v1/clues': { pieces: [], text: 'typed', sealed: false, problems: [] },
    [`GET /v1/claims/${claim.number}`]: claim,
    'POST /v1/claims': { claim, joined: false, secretsRemoved: [] },
    ...said,
  };
  return ({ method, path }) => known[`${method} ${path}`] ?? new Refused(404, 'claim_not_found');
}

describe('a form from elsewhere', () => {
  test.each([
    ['another site, says the browser', { 'sec-fetch-site': 'cross-site' }],
    ['another site of the same house', { 'sec-fetch-site': 'same-site' }],
    ['a bookmark', { 'sec-fetch-site': 'none' }],
  ])('%s: does nothing', async (_, headers) => {
    const portal = visitPortal(api({}));
    const answer = await portal.post('/report/check', { once }, headers);
    expect(answer.status).toBe(403);
    expect(portal.calls).toEqual([]);
  });
});

describe('a report', () => {
  test('that says nothing is asked for a clue', async () => {
    const portal = visitPortal(api({}));
    const page = await portal.post('/report', { clue: '  ', next: 'check' });
    expect(page.status).toBe(422);
    expect(await page.text()).toMatch(/<title>エラー：/);
  });

  test('with a transaction id goes on to the check, without one to what is remembered', async () => {
    const pieces = [{ kind: 'hash', value: sampleHash, label: 'id' }];
    const clue = { pieces, text: sampleHash, sealed: false, problems: [] };
    const found = visitPortal(api({ 'POST /v1/clues': clue }));
    const next = await found.post('/report', { clue: sampleHash, next: 'check' });
    expect(next.headers.get('location')).toBe('/report/check');
    const none = await visitPortal(api({})).post('/report', { clue: 'typed', next: 'check' });
    expect(none.headers.get('location')).toBe('/report/hints?unfound');
  });

  test('keeps only what the API made of it: a secret comes back as its marker', async () => {
    const clue = { pieces: [], text: '[removed: seed phrase]', sealed: true, problems: [] };
    const portal = visitPortal(api({ 'POST /v1/clues': clue }));
    const next = await portal.post('/report', { clue: 'test test junk', next: 'hints' });
    expect(next.headers.get('location')).toBe('/report/hints?sealed');
    const saved = portal.calls.find((one) => one.method === 'PUT');
    expect(saved?.body).toMatchObject({ clue: '[removed: seed phrase]' });
  });

  test('that an ended session cannot send stays in its field, with the way to sign in', async () => {
    const portal = visitPortal(() => new Refused(401, 'not_signed_in'));
    const page = await portal.post('/report', { clue: '二度と書きたくない文章', next: 'check' });
    expect(page.status).toBe(401);
    const text = await page.text();
    expect(text).toContain('二度と書きたくない文章</textarea>');
    expect(text).toContain('https://exchange.example/login?return=%2Freport');
  });

  test('that the API cannot take just now stays in its field', async () => {
    const portal = visitPortal(() => new Refused(503, 'overloaded'));
    const page = await portal.post('/report', { clue: '書いた文章', next: 'check' });
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('書いた文章</textarea>');
  });

  test('pressed twice is filed once: the same key goes with both', async () => {
    const portal = visitPortal(api({}));
    const sent = await Promise.all([
      portal.post('/report/check', { once }),
      portal.post('/report/check', { once }),
    ]);
    for (const one of sent) expect(one.headers.get('location')).toBe(`/claims/${claim.number}`);
    const filed = portal.calls.filter((one) => one.method === 'POST');
    expect(filed.map((one) => one.headers.get('idempotency-key'))).toEqual([once, once]);
  });

  test('sent again when its draft is gone leads to the newest claim', async () => {
    const gone = { 'GET /v1/draft': { draft: null }, 'GET /v1/claims': { claims: [claim] } };
    const answer = await visitPortal(api(gone)).post('/report/check', { once });
    expect(answer.headers.get('location')).toBe(`/claims/${claim.number}`);
  });

  test('that is refused shows why on the page where it is checked', async () => {
    const refused = { 'POST /v1/claims': new Refused(422, 'too_many_claims') };
    const page = await visitPortal(api(refused)).post('/report/check', { once });
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('too_many_claims said in words');
  });
});

describe('a choice', () => {
  const choice = `PUT /v1/claims/${claim.number}/choice`;
  const fields = { once, option: 'return_to_source', quote: 'd'.repeat(64) };
  const path = `/claims/${claim.number}/accept`;

  test('takes the offer that was on the page', async () => {
    const portal = visitPortal(api({ [choice]: claim }));
    const answer = await portal.post(path, fields);
    expect(answer.headers.get('location')).toBe(`/claims/${claim.number}`);
    const [put] = portal.calls.filter((one) => one.method === 'PUT');
    expect(put?.body).toEqual({ option: 'return_to_source', quote: 'd'.repeat(64) });
    expect(put?.headers.get('authorization')).toBe('Bearer token-of-aiko');
  });

  test('without a fresh factor leads to the exchange, which leads back to this page', async () => {
    const stale = new Refused(403, 'factor_stale', {
      confirmAt: 'https://exchange.example/login?fresh=1&return=%2Fclaims',
    });
    const answer = await visitPortal(api({ [choice]: stale })).post(path, fields);
    const to = new URL(answer.headers.get('location') ?? '');
    expect(to.origin).toBe('https://exchange.example');
    expect(to.searchParams.get('fresh')).toBe('1');
    expect(to.searchParams.get('return')).toBe(`${path}?option=return_to_source&confirmed=`);
  });

  test('of an offer that changed meanwhile shows how it stands now', async () => {
    const changed = { [choice]: new Refused(409, 'claim_changed') };
    const answer = await visitPortal(api(changed)).post(path, fields);
    expect(answer.headers.get('location')).toBe(`/claims/${claim.number}?changed`);
  });

  test('of a way that is not open is none', async () => {
    const portal = visitPortal(api({}));
    const answer = await portal.post(path, { ...fields, option: 'credit' });
    expect(answer.headers.get('location')).toBe(`/claims/${claim.number}`);
    expect(portal.calls.every((one) => one.method === 'GET')).toBe(true);
  });
});

describe('an address to return to', () => {
  const path = `/claims/${claim.number}/destination`;

  test('goes on when it is one', async () => {
    const destination = sampleChoice.address ?? '';
    const answer = await visitPortal(api({})).post(path, { once, destination });
    const to = new URL(answer.headers.get('location') ?? '', 'http://kaeru');
    expect(to.searchParams.get('destination')).toBe(destination);
  });

  test('that is too short stays in its field, with how long it is', async () => {
    const page = await visitPortal(api({})).post(path, { once, destination: '0x1234' });
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain('value="0x1234"');
    expect(text).toContain('いま6文字');
  });

  test.each([
    ['a private key', `0x${'4c'.repeat(32)}`],
    ['a seed phrase', 'test test test test test test test test test test test junk'],
  ])('that is %s comes back nowhere', async (_, secret) => {
    const page = await visitPortal(api({})).post(path, { once, destination: secret });
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).not.toContain(secret);
    expect(text).toContain('秘密鍵');
  });
});

describe('a wallet', () => {
  const proving = sampleClaim({ state: 'proving', choice: sampleChoice });
  const path = `/claims/${proving.number}/wallet`;
  const asked = {
    challenge: '6b1f0c6e-0000-4000-8000-000000000001',
    message: 'This wallet is mine',
    typedData: '{}',
    setUnits: '1000000123456',
    expiresAt: '2026-11-23T03:12:00.000Z',
  };

  test('is shown by the message to sign and the amount to send, to the last digit', async () => {
    const challenge = { id: asked.challenge, address: sampleChoice.address, ...asked };
    const portal = visitPortal((call) =>
      call.method === 'POST' ? challenge : onlyClaim(proving)(call),
    );
    const text = await (await portal.post(path, { once, way: 'begin' })).text();
    expect(text).toContain('<pre data-message="">This wallet is mine</pre>');
    expect(text.replace(/<[^>]*>/g, '')).toContain('0.000001000000123456');
  });

  test('whose signature is wrong keeps it, and the message that it was for', async () => {
    const portal = visitPortal((call) =>
      call.method === 'PUT' ? new Refused(422, 'wallet_not_proven') : onlyClaim(proving)(call),
    );
    const page = await portal.post(path, { ...asked, way: 'signature', signature: '0xbeef' });
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain('0xbeef</textarea>');
    expect(text).toContain('wallet_not_proven said in words');
    expect(text).toContain('This wallet is mine');
  });

  test('of the demo signs only where there is one', async () => {
    const portal = visitPortal(onlyClaim(proving));
    const page = await portal.post(path, { ...asked, way: 'demo' });
    expect(page.status).toBe(422);
    expect(portal.calls.some((one) => one.method === 'PUT')).toBe(false);
  });
});
