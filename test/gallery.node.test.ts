import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveGallery } from '../scripts/serve-gallery.ts';
import { hasChromium, startChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every view that somebody could look at, and what stands open in it. */
const views = ['portal', 'console'].flatMap((app) =>
  ['light', 'dark'].flatMap((theme) =>
    ['ja', 'en'].map((language) => `app=${app}&theme=${theme}&language=${language}`),
  ),
);
const opened = ['dialog', 'alert', 'palette'].map((part) => `app=console&language=ja&open=${part}`);

describe.runIf(hasChromium)('the gallery', () => {
  let browser: Browser;
  // One for all: what was loaded once is not loaded again.
  let context: BrowserContext;
  let address = '';
  let close = async () => {};

  beforeAll(async () => {
    const server = await serveGallery(0);
    address = server.resolvedUrls?.local[0] ?? '';
    close = () => server.close();
    browser = await startChromium();
    context = await browser.newContext();
  });
  afterAll(async () => {
    await browser?.close();
    await close();
  });

  async function open(view: string, width: number): Promise<{ page: Page; said: string[] }> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    const said: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${address}?${view}`);
    await page.getByRole('heading', { level: 1, includeHidden: true }).waitFor({
      state: 'attached',
    });
    await page.evaluate('document.fonts.ready.then(() => null)');
    return { page, said };
  }

  test.each([...views, ...opened])('has nothing against it: %s', async (view) => {
    const { page, said } = await open(view, 1200);
    await page.evaluate(axe);
    const found = await page.evaluate((only) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') };
      return checker.run({ runOnly: only }) as Promise<AxeResults>;
    }, rules);
    const against = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(against).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });

  test.each(['app=portal&language=ja', 'app=portal&language=en', 'app=console&language=ja'])(
    'never scrolls sideways from 320 px on: %s',
    async (view) => {
      const { page } = await open(view, 1440);
      for (const width of [1440, 720, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(`[...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .filter((one) => !one.closest('.scroll, [data-scroll-x], .vh, .tabs'))
        .map((one) => one.outerHTML.slice(0, 120))`);
        expect(over, `at ${width} px`).toEqual([]);
      }
      await page.close();
    },
  );

  test('what is selected of an address, and what its button copies, is the bare string', async () => {
    const { page } = await open('app=console&language=en', 1200);
    const whole = '0x3260ffa76768Cb0345055B78EABF93672Febc381';
    const selected = await page.evaluate(`(() => {
      const one = document.querySelector('.addr:not(.short)');
      getSelection().selectAllChildren(one);
      return getSelection().toString();
    })()`);
    expect(selected).toBe(whole);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = page.locator('[data-copy]').first();
    await button.click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      await button.getAttribute('data-copy'),
    );
    await expect.poll(() => page.locator('#copied').textContent()).toContain('…D927…');
    await page.close();
  });

  test('a dialog takes the focus, gives it back, and closes on Esc', async () => {
    const { page } = await open('app=console&language=en', 1200);
    const opener = page.getByRole('button', { name: 'Dialog', exact: true });
    await opener.click();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(`document.activeElement.getAttribute('role')`)).toBe('dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Dialog');
    await page.close();
  });
});
