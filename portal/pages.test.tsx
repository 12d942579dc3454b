import { describe, expect, test } from 'vitest';
import { sampleChoice, sampleClaim, sampleStates } from '../test/portal-claims.ts';
import { onlyClaim, portalFacts, Refused, type Say, visits } from '../test/portal-visit.ts';
import { portalApp } from './index.tsx';

const visitPortal = (say: Say) => visits((api) => portalApp({ ...portalFacts, api }), say);

const languages = ['ja', 'en'] as const;

/** What no page may have: a script or a style of its own, a hole in a sentence, a wrong language. */
function expectSound(text: string, language: string): void {
  expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${language}" data-app="portal">`));
  expect(text.match(/<h1/g)).toHaveLength(1);
  expect(text).not.toMatch(/ style=| on[a-z]+="|javascript:/);
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).toMatch(/<script type="module" nonce="[0-9a-f]{32}"/);
  expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
}

describe.each(languages)('in %s', (language) => {
  test.each(sampleStates)('a claim that is $state has its page', async (state) => {
    const portal = visitPortal(onlyClaim(sampleClaim(state)));
    const page = await portal.get('/claims/R-26-004823', language);
    expect(page.status).toBe(200);
    const text = await page.text();
    expectSound(text, language);
    expect(text).toContain('R-26-004823');
  });

  test.each([
    ['/', 200],
    ['/claims', 200],
    ['/sign-in?return=/report', 401],
    ['/claims/R-26-004823/ways', 200],
    ['/claims/R-26-004823/accept?option=return_to_source', 200],
    ['/claims/R-26-004823/accept?option=return_to_proven', 200],
    ['/claims/R-26-004823/accept?option=wait', 200],
    ['/is-it-you', 200],
    ['/contact', 200],
    ['/nowhere', 404],
  ])('%s', async (path, status) => {
    const portal = visitPortal(onlyClaim(sampleClaim()));
    const page = await portal.get(path, language);
    expect(page.status).toBe(status);
    expectSound(await page.text(), language);
  });
});

describe('what strangers wrote', () => {
  test('is written out on every page of a claim, and acts on none', async () => {
    const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    for (const state of sampleStates) {
      const claim = sampleClaim({ ...state, headline: evil, lead: evil, said: evil });
      const text = await (await visitPortal(onlyClaim(claim)).get('/claims/R-26-004823')).text();
      expect(text.match(/<script/g), state.state).toHaveLength(1);
      expect(text, state.state).not.toContain('<img');
    }
  });
});

describe('the answer', () => {
  test('shows every way out, those not open with their reason, and a receipt for each that is', async () => {
    const portal = visitPortal(onlyClaim(sampleClaim()));
    const text = await (await portal.get('/claims/R-26-004823')).text();
    expect(text).toContain('not listed here');
    for (const kind of ['return_to_source', 'return_to_proven', 'wait']) {
      expect(text).toMatch(new RegExp(`<input[^>]* value="${kind}"`));
      expect(text.match(new RegExp(`data-way="${kind}"`, 'g'))).toHaveLength(2);
    }
    expect(text).not.toMatch(/<input[^>]* value="credit"/);
    expect(text).toContain('\u22120.0008<span class="z">0000</span>');
    expect(text).toContain('4.9992<span class="z">0000</span>');
    expect(text.indexOf('headline')).toBeLessThan(text.indexOf('because'));
  });

  test('that ran out offers a new one and nothing else', async () => {
    const { quote } = sampleClaim();
    const claim = sampleClaim({ quote: quote && { ...quote, expired: true } });
    const text = await (await visitPortal(onlyClaim(claim)).get('/claims/R-26-004823')).text();
    expect(text).toContain('action="/claims/R-26-004823/look"');
    expect(text).not.toContain('name="option"');
  });

  test('has the whole address of where a return goes', async () => {
    const portal = visitPortal(onlyClaim(sampleClaim({ state: 'proving', choice: sampleChoice })));
    const text = await (await portal.get('/claims/R-26-004823')).text();
    const digits = text.replace(/<[^>]*>/g, '');
    expect(digits).toContain(sampleChoice.address);
  });
});

describe('nobody else', () => {
  test('sees a claim: it looks like none', async () => {
    const portal = visitPortal(onlyClaim(sampleClaim()));
    const [theirs, none] = await Promise.all([
      portal.get('/claims/R-26-000001'),
      portal.get('/claims/R-26-999999'),
    ]);
    expect(theirs.status).toBe(404);
    const plain = (text: string) => text.replace(/R-26-\d{6}|nonce="\w+"/g, '');
    expect(plain(await theirs.text())).toBe(plain(await none.text()));
  });

  test('who is not signed in is led to the log-in, and back', async () => {
    const portal = visitPortal(() => new Refused(401, 'not_signed_in'));
    const page = await portal.get('/claims/R-26-004823');
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toBe('/sign-in?return=%2Fclaims%2FR-26-004823');
    const signIn = await portal.get('/sign-in?return=%2Fclaims%2FR-26-004823');
    const text = await signIn.text();
    expect(text).toContain('https://exchange.example/login?return=%2Fclaims%2FR-26-004823');
    const elsewhere = await portal.get('/sign-in?return=https%3A%2F%2Fevil.example');
    expect(await elsewhere.text()).toContain('https://exchange.example/login?return=%2Fclaims"');
  });
});

describe('the language', () => {
  test('is the address’s, then what was chosen before, then the browser’s', async () => {
    const portal = visitPortal(onlyClaim(sampleClaim()));
    const chosen = await portal.get('/contact?lang=en', 'ja');
    expect(await chosen.text()).toContain('<html lang="en"');
    expect(chosen.headers.get('set-cookie')).toMatch(/^kaeru_language=en; Path=\/; SameSite=Lax/);
    expect(await (await portal.get('/contact', 'ja')).text()).toContain('<html lang="ja"');
    expect(await (await portal.get('/contact?lang=<b>', 'ja')).text()).toContain('<html lang="ja"');
  });
});

describe('what every page is sent with', () => {
  test('allows its own scripts alone, and no keeping', async () => {
    const portal = visitPortal(onlyClaim(sampleClaim()));
    const page = await portal.get('/claims/R-26-004823');
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /nonce="(\w+)"/.exec(await page.text())?.[1];
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });
});
