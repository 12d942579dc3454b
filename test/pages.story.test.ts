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

describe.runIf(hasChromium)('the plain pages, in a browser without scripts', () => {
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
    const said = `届きません。 https://explorer.example/tx/${lost.hash}`;
    const filed = await customer.fileClaim({ body: { said } });
    if (!filed.ok) throw new Error(filed.problem.title);
    number = filed.value.claim.number;
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  test('a customer comes from the exchange’s log-in to their claims', async () => {
    const page = await arrive({ language: 'ja', width: 390 });
    expect(new URL(page.url()).pathname).toBe('/claims');
    await page.getByRole('link', { name: number }).click();
    expect(new URL(page.url()).pathname).toBe(`/claims/${number}`);
    const cookies = await page.context().cookies(world.facts.http.url);
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
    await page.context().close();
  });

  test.each(readers)('the answer comes first, in $language at $width', async (reader) => {
    await waitFor('quoted');
    const page = await openClaim(reader);
    const text = await page.innerText('main');
    const words =
      reader.language === 'ja'
        ? [
            '5 WBTC が見つかりました。',
            'なぜ残高に入らなかったか',
            'お約束できません',
            '受け取り',
            '費用',
            /日\([日月火水木金土]\)/,
          ]
        : [
            'We found your 5 WBTC.',
            'Why it isn’t in your balance',
            "can't promise",
            'You receive',
            'Fee',
            /(Mon|Tue|Wed|Thu|Fri) \d/,
          ];
    for (const word of words) expect(text).toMatch(word);
    expect(text.indexOf('5 WBTC')).toBeLessThan(text.indexOf(number));
    await expectFits(page);
    await page.screenshot({ path: picture('quoted', reader), fullPage: true });
    await page.context().close();
  });

  test.each(readers)(
    'to the end it says whose turn it is, in $language at $width',
    async (reader) => {
      if ((await stateNow()) !== 'returned') {
        await playStory(world.facts, await storyStart(world.facts), () => {});
      }
      const page = await openClaim(reader);
      const text = await page.innerText('main');
      expect(text).toContain(reader.language === 'ja' ? '完了しました' : 'Done');
      expect(text).toContain(reader.language === 'ja' ? 'お客さまへの送付' : 'Sent to you');
      await expectFits(page);
      await page.screenshot({ path: picture('returned', reader), fullPage: true });
      await page.goto(`${world.facts.http.url}/claims`);
      await expectFits(page);
      await page.screenshot({ path: picture('claims', reader), fullPage: true });
      await page.goto(`${world.facts.http.url}/claims/R-26-999999`);
      await page.screenshot({ path: picture('missing', reader), fullPage: true });
      await page.context().close();
    },
  );

  test('whoever is not signed in is asked to', async () => {
    const page = await plainPage({ language: 'en', width: 390 });
    const answer = await page.goto(`${world.facts.http.url}/claims/${number}`);
    expect(answer?.status()).toBe(401);
    expect(await page.innerText('h1')).toBe('Please sign in');
    await page.context().close();
  });
});

interface Reader {
  readonly language: 'ja' | 'en';
  readonly width: number;
}

/** A page without scripts, which says so loudly when the policy of its own server stops anything. */
async function plainPage({ language, width }: Reader): Promise<Page> {
  const context = await browser.newContext({
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
  });
  return page;
}

/** As a customer does: a name is pressed at the exchange, then the way to the desk. */
async function arrive(reader: Reader): Promise<Page> {
  const page = await plainPage(reader);
  const { exchange, waiting } = world.facts;
  await page.goto(exchange.url);
  await page.locator(`button[value="${waiting[0]?.customer}"]`).click();
  await page.getByRole('button', { name: /help desk/ }).click();
  return page;
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
