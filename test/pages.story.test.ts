import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KaeruClient } from '../client/index.ts';
import { storyStart } from '../src/app/demo/story/index.ts';
import { customerClient } from '../src/app/demo/story/people.ts';
import { playStory } from '../src/app/demo/story/play-story.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import { sleep } from '../src/std/index.ts';
import { axeFindings } from './axe-findings.ts';
import { hasChromium, startChromium } from './chromium.ts';
import { ownedFolder } from './runner/clear-stale.ts';

const pictures = join(import.meta.dirname, '../var/pictures');
const parent = ownedFolder('pages');

const readers = (['ja', 'en'] as const).flatMap((language) =>
  [390, 1440].map((width) => ({ language, width })),
);

let world: World;
let browser: Browser;
let customer: KaeruClient;
let number: string;

describe.runIf(hasChromium)('the customer’s way, in a browser without scripts', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    world = await startWorld({
      folder: join(parent, 'var'),
      port: 4960,
      databaseSettings: ['fsync=off'],
    });
    browser = await startChromium();
    const [lost] = world.facts.waiting;
    if (!lost) throw new Error('a lost deposit waits');
    customer = await customerClient(world.facts, lost.customer, 'ja');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  test('a newcomer is led from the first page to the deposit that was seen already', async () => {
    const page = await plainPage({ language: 'ja', width: 390 });
    await page.goto(world.facts.http.url);
    await page.getByRole('link', { name: '愛子さんとしてはじめる' }).click();
    await pressName(page);
    expect(new URL(page.url()).pathname).toBe('/report');
    const cookies = await page.context().cookies(world.facts.http.url);
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
    await page.getByRole('button', { name: /5\sWBTCについて見る/ }).click();
    number = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(number).toMatch(/^R-\d\d-\d{6}$/);
    await page.context().close();
  });

  test.each(readers)('the answer comes first, in $language at $width', async (reader) => {
    await waitFor('quoted');
    const page = await openClaim(reader);
    const text = await page.innerText('main');
    const words =
      reader.language === 'ja'
        ? ['なぜ、残高に出ないのか', 'お約束できません', 'お手元に届く額', /日（[日月火水木金土]）/]
        : ['Why it isn’t in your balance', 'can', 'You receive', /(Mon|Tue|Wed|Thu|Fri) \d/];
    for (const word of words) expect(text).toMatch(word);
    expect(await page.innerText('h1')).toContain('5\u00a0WBTC');
    await expectFits(page);
    await page.screenshot({ path: picture('quoted', reader), fullPage: true });
    await page.context().close();
  });

  test.each([
    { language: 'ja', width: 390, dark: false },
    { language: 'en', width: 1440, dark: true },
    { language: 'ja', width: 320, dark: true },
  ] as const)('axe finds nothing on the way, $language $width dark: $dark', async (reader) => {
    const page = await arrive(reader, { scripts: true, dark: reader.dark });
    const claim = `/claims/${number}`;
    const accept = `${claim}/accept?option=return_to`;
    const paths = ['/welcome', '/claims', '/report', '/report/hints', claim];
    for (const path of [...paths, `${accept}_source`, `${accept}_proven`]) {
      await page.goto(world.facts.http.url + path);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(reader.width);
    }
    await page.context().close();
  });

  test('the customer takes the return and shows the wallet', async () => {
    const page = await openClaim({ language: 'ja', width: 390 });
    await page.getByRole('button', { name: /WBTCの返却へ進む/ }).click();
    expect(await page.innerText('main')).toContain('42文字すべて一致');
    await expectFits(page);
    await page.screenshot({ path: join(pictures, 'claim-accept-ja-390.png'), fullPage: true });
    await page.getByRole('button', { name: /WBTCの返却を依頼する/ }).click();
    await page.getByRole('button', { name: '確かめはじめる' }).click();
    await expectFits(page);
    await page.screenshot({ path: join(pictures, 'claim-wallet-ja-390.png'), fullPage: true });
    await page.getByRole('button', { name: 'デモのウォレットで署名する' }).click();
    expect(new URL(page.url()).pathname).toBe(`/claims/${number}`);
    expect(['planning', 'approving', 'paying']).toContain(await stateNow());
    await page.context().close();
  });

  test.each(readers)(
    'to the end it says whose turn it is, in $language at $width',
    async (reader) => {
      if ((await stateNow()) !== 'returned') {
        await playStory(world.facts, await storyStart(world.facts), () => {});
      }
      const page = await openClaim(reader);
      expect(await page.innerText('h1')).toContain(reader.language === 'ja' ? '完了' : 'Done');
      await expectFits(page);
      await page.screenshot({ path: picture('returned', reader), fullPage: true });
      await page.goto(`${world.facts.http.url}/claims`);
      await expectFits(page);
      await page.screenshot({ path: picture('claims', reader), fullPage: true });
      await page.context().close();
    },
  );

  test('whoever is not signed in is asked to, and somebody else’s claim looks like none', async () => {
    const page = await plainPage({ language: 'en', width: 390 });
    const answer = await page.goto(`${world.facts.http.url}/claims/${number}`);
    expect(answer?.status()).toBe(401);
    expect(await page.innerText('h1')).toBe('Please sign in');
    await page.goto(world.facts.exchange.url);
    const others = page.locator(`button:not([value="${world.facts.waiting[0]?.customer}"])`);
    await others.first().click();
    await page.getByRole('button', { name: /help desk/ }).click();
    const theirs = await page.goto(`${world.facts.http.url}/claims/${number}`);
    expect(theirs?.status()).toBe(404);
    await page.context().close();
  });
});

interface Reader {
  readonly language: 'ja' | 'en';
  readonly width: number;
}

interface Look {
  readonly scripts?: boolean;
  readonly dark?: boolean;
}

/** A page without scripts, which says so loudly when the policy of its own server stops anything. */
async function plainPage({ language, width }: Reader, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width, height: 900 },
    javaScriptEnabled: look.scripts ?? false,
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
  });
  return page;
}

/** As a customer does: a name is pressed at the exchange, then the way to the desk. */
async function arrive(reader: Reader, look: Look = {}): Promise<Page> {
  const page = await plainPage(reader, look);
  await page.goto(world.facts.exchange.url);
  await pressName(page);
  return page;
}

async function pressName(page: Page): Promise<void> {
  await page.locator(`button[value="${world.facts.waiting[0]?.customer}"]`).click();
  await page.getByRole('button', { name: /help desk/ }).click();
}

async function openClaim(reader: Reader): Promise<Page> {
  const page = await arrive(reader);
  await page.goto(`${world.facts.http.url}/claims/${number}`);
  return page;
}

/** Nothing is cut off, and nobody scrolls sideways. */
async function expectFits(page: Page): Promise<void> {
  const box = await page.locator('html').boundingBox();
  expect(box?.width).toBe(page.viewportSize()?.width);
  for (const part of await page.locator('main *:visible').all()) {
    const inside = await part.boundingBox();
    expect((inside?.x ?? 0) + (inside?.width ?? 0)).toBeLessThanOrEqual((box?.width ?? 0) + 0.5);
  }
}

function picture(name: string, { language, width }: Reader): string {
  return join(pictures, `claim-${name}-${language}-${width}.png`);
}

async function stateNow(): Promise<string> {
  const read = await customer.readClaim({ number });
  return read.ok ? read.value.state : read.problem.code;
}

async function waitFor(state: string): Promise<void> {
  for (let looks = 0; looks < 240; looks += 1) {
    if ((await stateNow()) === state) return;
    await sleep(250);
  }
  throw new Error(`the claim is ${await stateNow()}`);
}
