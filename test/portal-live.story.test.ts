import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KaeruClient } from '../client/index.ts';
import { customerClient } from '../src/app/demo/story/people.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import { sleep } from '../src/std/index.ts';
import { hasChromium, startChromium } from './chromium.ts';
import { ownedFolder } from './runner/clear-stale.ts';

const parent = ownedFolder('portal-live');

let world: World;
let browser: Browser;
let customer: KaeruClient;
let number: string;

describe.runIf(hasChromium)('a claim’s page with scripts', () => {
  beforeAll(async () => {
    world = await startWorld({
      folder: join(parent, 'var'),
      port: 4906,
      databaseSettings: ['fsync=off'],
    });
    browser = await startChromium();
    const [lost] = world.facts.waiting;
    if (!lost) throw new Error('a lost deposit waits');
    customer = await customerClient(world.facts, lost.customer, 'ja');
    const filed = await customer.fileClaim({ body: { said: lost.hash } });
    if (!filed.ok) throw new Error(filed.problem.title);
    number = filed.value.claim.number;
    await until(async () => (await stateNow()) === 'quoted');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  test('a cut line is shown, and acts on money rest until it is back', async () => {
    const page = await openClaim();
    const money = page.locator('[data-money]').first();
    await expect.poll(() => page.locator('.stale-bar').count()).toBe(0);
    await page.context().setOffline(true);
    await page.locator('.stale-bar').waitFor();
    expect(await page.innerText('.stale-bar')).toMatch(
      /接続が切れています。\d\d:\d\d時点の内容です/,
    );
    expect(await money.getAttribute('aria-disabled')).toBe('true');
    const before = page.url();
    await money.click({ force: true });
    expect(page.url()).toBe(before);
    expect(await page.innerText('[data-note]')).toContain('接続が戻るまで');
    await page.context().setOffline(false);
    await page.locator('.stale-bar').waitFor({ state: 'detached', timeout: 20_000 });
    expect(await money.getAttribute('aria-disabled')).toBeNull();
    expect(await page.locator('[data-note]').count()).toBe(0);
    await page.context().close();
  });

  test('a change comes by itself, and takes nothing out of the reader’s hands', async () => {
    const page = await openClaim();
    // A page that were loaded again as a whole would forget this.
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
    await page.locator('details.ev summary').click();
    await page.locator('details.ev summary').focus();
    const top = await topOf(page);
    const before = await page.innerText('h1');
    const chosen = await customer.chooseOption({ number, body: { option: 'wait' } });
    if (!chosen.ok) throw new Error(chosen.problem.title);
    await expect.poll(() => page.innerText('h1'), { timeout: 20_000 }).not.toBe(before);
    expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true);
    expect(await page.locator('details.ev').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    // A page that has become shorter can't hold the place to the pixel.
    expect(Math.abs((await topOf(page)) - top)).toBeLessThan(100);
    await expect
      .poll(() => page.locator('p[role=status].vh').innerText())
      .toContain('画面が新しくなりました。');
    expect(await page.title()).toContain(await page.innerText('h1'));
    await page.context().close();
  });

  test('changes made while the line was cut are there when it is back', async () => {
    const page = await openClaim();
    const before = await page.innerText('h1');
    await page.context().setOffline(true);
    await page.locator('.stale-bar').waitFor();
    const taken = await customer.takeUpClaim({ number });
    if (!taken.ok) throw new Error(taken.problem.title);
    await until(async () => (await stateNow()) === 'quoted');
    expect(await page.innerText('h1')).toBe(before);
    await page.context().setOffline(false);
    await expect.poll(() => page.innerText('h1'), { timeout: 20_000 }).not.toBe(before);
    await expect.poll(() => page.locator('.stale-bar').count()).toBe(0);
    await page.context().close();
  });

  test('the first answer is light', async () => {
    const page = await openClaim();
    const html = await (await page.request.get(page.url())).body();
    const styles = [...html.toString().matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    );
    expect(styles).not.toEqual([]);
    const sheets = await Promise.all(
      styles.map(async (href) => (await page.request.get(new URL(href, page.url()).href)).body()),
    );
    const bytes = [html, ...sheets].reduce((sum, one) => sum + gzipSync(one).length, 0);
    expect(bytes).toBeLessThan(60_000);
    await page.context().close();
  });

  test('a session that ended says so, and money rests', async () => {
    const page = await openClaim();
    await page.context().clearCookies();
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.locator('.stale-bar').waitFor();
    expect(await page.innerText('.stale-bar')).toContain('ログイン');
    await page.context().close();
  });
});

/** A phone in Japanese, signed in at the exchange as whoever lost the deposit. */
async function openClaim(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
  });
  await page.goto(world.facts.exchange.url);
  await page.locator(`button[value="${world.facts.waiting[0]?.customer}"]`).click();
  await page.getByRole('button', { name: /help desk/ }).click();
  await page.goto(`${world.facts.http.url}/claims/${number}`);
  await page.locator('html.js').waitFor({ state: 'attached' });
  return page;
}

async function topOf(page: Page): Promise<number> {
  const box = await page.locator('details.ev summary').boundingBox();
  if (!box) throw new Error('the evidence is on the page');
  return box.y;
}

async function stateNow(): Promise<string> {
  const read = await customer.readClaim({ number });
  if (!read.ok) throw new Error(read.problem.title);
  return read.value.state;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const waitMs = 500;
  for (let round = 0; round < 120; round += 1) {
    if (await holds()) return;
    await sleep(waitMs);
  }
  throw new Error('It did not come to that within a minute.');
}
