import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CasePage, KaeruClient } from '../client/index.ts';
import { approvalChallenge, approvalDigest } from '../signer/intent/index.ts';
import { staffClient, staffOf } from '../src/app/demo/story/people.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import {
  type Altered,
  addPasskey,
  alterCase,
  digestOf,
  edit,
  figures,
  figuresOf,
  keyKinds,
  makePlans,
  redirect,
  tellAgain,
  textOf,
} from './approver-browser.ts';
import { hasChromium, openPage, startChromium } from './chromium.ts';
import { ownedFolder } from './runner/clear-stale.ts';

const parent = ownedFolder('approve');

let world: World;
let browser: Browser;
let desk: KaeruClient;
let numbers: readonly string[];
let treasury: Page;
let risk: Page;

describe.runIf(hasChromium)('what an approver signs in the console', () => {
  beforeAll(async () => {
    world = await startWorld({
      folder: join(parent, 'var'),
      port: 4908,
      databaseSettings: ['fsync=off'],
    });
    numbers = await makePlans(world.facts, { returns: 11, credits: 11 });
    browser = await startChromium();
    desk = await staffClient(world.facts, memberOf('recovery'), 'en');
    treasury = await arrive('treasury');
    risk = await arrive('risk');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  test('is what stands on the screen, for twenty cases', async () => {
    const seen: string[] = [];
    for (const number of numbers.slice(0, 20)) {
      const page = await readCase(number);
      const digest = digestOf(page);
      await openDialog(treasury, number);
      expect(await textOf(treasury, '.digest .addr')).toBe(digest);
      expect(await figures(treasury)).toEqual(figuresOf(page));
      const [request] = await Promise.all([
        treasury.waitForRequest((one) => one.url().endsWith('/v1/desk/approvals')),
        treasury.keyboard.press('Control+Enter'),
      ]);
      const { digests, approval } = request.postDataJSON();
      const client = JSON.parse(Buffer.from(approval.clientDataJSON, 'base64url').toString());
      expect([digests, client.challenge]).toEqual([[digest], approvalChallenge(digest)]);
      await treasury.locator('.sign-dialog').waitFor({ state: 'detached' });
      const { plan } = await readCase(number);
      expect(plan?.approvals.map(({ kind }) => kind)).toEqual(['passkey']);
      seen.push(digest);
    }
    expect(new Set(seen).size).toBe(20);
  });

  const alone: readonly [string, string, (page: Altered) => void][] = [
    ['a figure in the words', 'words', (page) => edit(page, 'lines', 0, '9.99 WBTC')],
    ['the digest', 'digest', ({ plan }) => Object.assign(plan, { digest: 'ab'.repeat(32) })],
    ['the recipient in the bytes', 'shown', ({ plan }) => redirect(plan.raw)],
    [
      'the expiry',
      'expiry',
      ({ plan }) => Object.assign(plan, { expiresAt: '2030-01-01T00:00:00.000Z' }),
    ],
    ['a field that nobody knows', '', ({ plan }) => Object.assign(plan.raw, { memo: 'x' })],
    ['the accepted amount', 'amount', ({ claim }) => Object.assign(claim.choice, { units: '1' })],
    [
      'plan, words and digest alike',
      'recipient',
      ({ plan }) => {
        redirect(plan.raw);
        tellAgain(plan);
      },
    ],
  ];

  test.each(alone)(
    'is refused by the dialog when %s was altered on the way',
    async (_, code, change) => {
      const number = numbers[0] as string;
      const stop = await alterCase(risk, number, change);
      await openDialog(risk, number);
      await risk.locator('.differences').waitFor();
      if (code) {
        const said = await risk.locator('.differences b').allInnerTexts();
        expect(said).toContain(differs[code]);
      }
      const requests: string[] = [];
      risk.on('request', (one) => requests.push(one.url()));
      const sign = risk.locator('.sign-dialog .df .btn').last();
      expect(await sign.getAttribute('aria-disabled')).toBe('true');
      await sign.click({ force: true });
      await risk.keyboard.press('Control+Enter');
      await risk.waitForTimeout(300);
      expect(requests.filter((url) => /approvals/.test(url))).toEqual([]);
      await stop();
    },
  );

  test('is refused by Kaeru when all that the page is told was altered alike', async () => {
    const number = numbers[0] as string;
    const stop = await alterCase(risk, number, ({ plan, claim }) => {
      const to = redirect(plan.raw);
      Object.assign(claim.destination, { address: to });
      Object.assign(claim.found, { from: to });
      tellAgain(plan);
    });
    await openDialog(risk, number);
    expect(await risk.locator('.differences').count()).toBe(0);
    await risk.keyboard.press('Control+Enter');
    await risk.locator('.sign-dialog .trouble').waitFor();
    await stop();
    expect((await readCase(number)).plan?.approvals).toHaveLength(1);
  });

  test('is refused by Kaeru when another plan was put under the signature', async () => {
    const [number, other] = [numbers[0] as string, numbers[1] as string];
    const { plan } = await readCase(other);
    await risk.route('**/v1/desk/approvals', (route) => {
      const body = { ...route.request().postDataJSON(), digests: [plan?.digest] };
      return route.continue({ postData: JSON.stringify(body) });
    });
    await openDialog(risk, number);
    await risk.keyboard.press('Control+Enter');
    await risk.locator('.sign-dialog .trouble').waitFor();
    await risk.unroute('**/v1/desk/approvals');
    expect((await readCase(number)).state).toBe('approving');
    expect((await readCase(other)).plan?.approvals).toHaveLength(1);
  });

  test('is one signature for a cluster, whose every line was compared; the second signs the same set', async () => {
    const wanted = numbers.slice(20);
    const { cluster } = await readCase(wanted[0] as string);
    for (const page of [treasury, risk]) {
      await page.goto(
        `${world.facts.http.url}/console/clusters/${encodeURIComponent(cluster?.key ?? '')}`,
      );
      await page.locator('.live.is-live').waitFor();
      await page.locator('.acts .btn-primary').click();
      await page.locator('.sign-dialog .digest').waitFor();
      const digests = await Promise.all(wanted.map(async (one) => digestOf(await readCase(one))));
      expect(await textOf(page, '.digest .addr')).toBe(approvalDigest(digests));
      const taken = page.locator('.cluster-rows li:has(input:checked) label code');
      expect([...(await taken.allInnerTexts())].sort()).toEqual([...wanted].sort());
      await page.locator('.df .btn-primary', { hasText: 'passkey' }).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.locator('.sign-dialog').waitFor({ state: 'detached' });
    }
    const state = async () => (await Promise.all(wanted.map(readCase))).map((one) => one.state);
    await expect.poll(state, { timeout: 60_000 }).toEqual(['credited', 'credited']);
  });

  test('is paid once the second person has signed the same', async () => {
    const number = numbers[0] as string;
    await openDialog(risk, number);
    await risk.keyboard.press('Control+Enter');
    await risk.locator('.sign-dialog').waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await readCase(number)).state, { timeout: 60_000 })
      .toBe('returned');
  });
});

/** What the dialog says of what differs, in English. */
const differs: Readonly<Record<string, string>> = {
  words: 'The server’s words are not those of the plan.',
  digest: 'The digest of the plan is not the server’s.',
  shown: 'What is shown is not what would be signed.',
  expiry: 'The expiry differs.',
  amount: 'The amount is not what the customer accepted.',
  recipient: 'The recipient is not what the customer accepted.',
};

function memberOf(role: 'treasury' | 'risk' | 'recovery') {
  const member = staffOf(world.facts).find(({ roles }) => roles.includes(role));
  if (!member) throw new Error(`the demo has somebody for ${role}`);
  return member;
}

/** A colleague at the console, with a passkey of Chromium's own that the signer's policy knows. */
async function arrive(role: 'treasury' | 'risk'): Promise<Page> {
  const page = await openPage(browser, { language: 'en', width: 1440 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${world.facts.http.url}/console/login`);
  const { name } = memberOf(role);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.locator('.shell').waitFor();
  await page.evaluate(addPasskey);
  await vi.waitFor(async () => expect(await page.evaluate(keyKinds)).toContain('passkey'), {
    timeout: 30_000,
    interval: 250,
  });
  return page;
}

async function readCase(number: string): Promise<CasePage & { readonly state: string }> {
  const answer = await desk.readCasePage({ number });
  if (!answer.ok) throw new Error(answer.problem.title);
  return { ...answer.value, state: answer.value.case.state };
}

async function openDialog(page: Page, number: string): Promise<void> {
  await page.goto(`${world.facts.http.url}/console/cases/${number}`);
  await page.locator('.acts .btn').first().waitFor();
  await page.locator('.live.is-live').waitFor();
  await page.keyboard.press('a');
  await page.locator('.sign-dialog .df').waitFor();
  await page
    .locator('.df .btn-primary', { hasText: 'passkey' })
    .or(page.locator('.df [aria-disabled]'))
    .first()
    .waitFor();
}
