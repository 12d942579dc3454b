import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fill } from '../src/app/demo/fill/index.ts';
import { customerClient, staffOf } from '../src/app/demo/story/people.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import { randomHex } from '../src/std/index.ts';
import { axeFindings } from './axe-findings.ts';
import { hasChromium, startChromium } from './chromium.ts';
import { addAuthenticator, type Look, openLook, signInByDoor, wide } from './console-browser.ts';
import { ownedFolder } from './runner/clear-stale.ts';

const pictures = join(import.meta.dirname, '../var/pictures');
const parent = ownedFolder('console');
const cases = 36;

let world: World;
let browser: Browser;

describe.runIf(hasChromium)('the console, in a browser', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    world = await startWorld({
      folder: join(parent, 'var'),
      port: 4970,
      databaseSettings: ['fsync=off'],
    });
    await fill(world.facts, cases, () => {});
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  test('staff come in by password and one-time code, to where they wanted to go', async () => {
    const page = await open({ language: 'ja' });
    await go(page, '/?view=all');
    await eventually(() => page.url()).toContain('/console/login');
    const sato = member('sato');
    await page.getByLabel('ログイン名').fill(sato.login);
    await page.getByLabel('パスワード', { exact: true }).fill('not this one');
    await page.getByLabel('確認コード').fill('000000');
    await page.getByRole('button', { name: 'パスワードでログイン' }).click();
    await page.getByText('ログインできませんでした').waitFor();
    expect(await page.getByLabel('ログイン名').inputValue()).toBe(sato.login);
    await page.getByLabel('パスワード', { exact: true }).fill(sato.password);
    // As one types it from a phone, full-width and in two halves.
    const code = new TOTP({ secret: sato.oneTimeSecret }).generate();
    await page.getByLabel('確認コード').fill(wide(`${code.slice(0, 3)} ${code.slice(3)}`));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '案件一覧' }).waitFor();
    expect(new URL(page.url()).search).toBe('?view=all');
    const cookies = await page.context().cookies(world.facts.http.url);
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    await keep('sato', page);
  });

  test('the worklist by keyboard: move, pick, filter, open, and back to the same place', async () => {
    const page = await openAs('sato', { language: 'ja' });
    await go(page, '/?view=all');
    await row(page, 0).waitFor();
    expect(await page.locator('tr[data-index]').count()).toBeGreaterThan(10);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await eventually(() => focusedRow(page)).toBe('2');
    await page.keyboard.press('x');
    expect(await row(page, 2).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('k');
    await page.keyboard.press('Shift+X');
    await page.getByText('2件を選択中', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('tr[aria-selected="true"]').count()).toBe(0);

    await page.keyboard.press('/');
    await page.keyboard.type('jwbtc');
    expect(await focusedRow(page)).toBeNull();
    await page.getByText('この条件では0件です。').waitFor();
    await page.locator('#worklist-filter').fill('WBTC');
    await eventually(() => new URL(page.url()).searchParams.get('q')).toBe('WBTC');
    await row(page, 0).waitFor();
    await page.keyboard.press('Enter');
    const number = await row(page, 0).locator('.number').innerText();
    await page.keyboard.press('Enter');
    await eventually(() => new URL(page.url()).pathname).toBe(`/console/cases/${number}`);
    await page.goBack();
    await eventually(() => new URL(page.url()).searchParams.get('q')).toBe('WBTC');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await eventually(() => new URL(page.url()).search).toBe('?view=team');
    await page.context().close();
  });

  test('the palette takes what is pasted, and says why an act has to wait', async () => {
    const page = await openAs('sato', { language: 'en' });
    await go(page, '/?view=all');
    const number = await row(page, 3).locator('.number').innerText();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Find or do' });
    await field.waitFor();
    expect(await page.getByRole('option', { name: /newer/ }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await page.getByText('There is nothing newer.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await field.fill(number);
    await page
      .getByRole('option', { name: new RegExp(number) })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => new URL(page.url()).pathname).toBe(`/console/cases/${number}`);
    await page.context().close();
  });

  test('a new case waits behind a bar, and no row moves', async () => {
    const page = await openAs('sato', { language: 'ja' });
    await go(page, '/?view=all');
    await row(page, 0).waitFor();
    await page.getByText('接続中', { exact: true }).waitFor();
    const seen = async () => ({
      numbers: (await page.locator('td.number').allInnerTexts()).slice(0, 20),
      first: await row(page, 0).boundingBox(),
    });
    const before = await seen();
    const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    const [lost] = world.facts.waiting;
    const customer = await customerClient(world.facts, lost?.customer ?? '', 'ja');
    const said = `届きません 0x${randomHex(32)}`;
    const filed = await customer.fileClaim({ body: { said } });
    if (!filed.ok) throw new Error(filed.problem.title);
    const { number } = filed.value.claim;
    await page.getByText('新しい案件が1件あります').waitFor();
    expect(await seen()).toEqual(before);
    await page.keyboard.press('.');
    const grid = page.getByRole('grid');
    await eventually(() => grid.getAttribute('aria-rowcount')).toBe(String(count + 1));
    await page.locator('#worklist-filter').fill(number);
    await page.getByRole('link', { name: number }).waitFor();
    await page.context().close();
  });

  test('a cut line is shown with its hour, and mends itself', async () => {
    const page = await openAs('sato', { language: 'ja' });
    await go(page, '/');
    await page.getByText('接続中', { exact: true }).waitFor();
    await world.kill('app');
    await page.locator('.stale-bar').waitFor();
    expect(await page.locator('.stale-bar').innerText()).toMatch(/\d\d:\d\d時点/);
    await page.screenshot({ path: join(pictures, 'console-cut-ja-1440.png') });
    await world.ready('app');
    await page.getByText('接続中', { exact: true }).waitFor();
    await eventually(() => page.locator('.stale-bar').count()).toBe(0);
    await page.context().close();
  });

  test('an ended session asks over the page, and what was typed stays', async () => {
    const page = await openAs('sato', { language: 'ja' });
    await go(page, '/?view=all');
    await row(page, 0).waitFor();
    await page.context().clearCookies();
    await page.keyboard.press('/');
    await page.keyboard.type('R-26');
    await page.getByRole('dialog').getByText('もう一度ログインしてください').waitFor();
    await page.screenshot({ path: join(pictures, 'console-session-ja-1440.png') });
    // The same person again: a code opens once, so this may take until the next.
    await signInByDoor(page, '佐藤');
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('#worklist-filter').inputValue()).toBe('R-26');
    await keep('sato', page);
  });

  test('somebody is invited by one administrator, let in by another, and joins', async () => {
    const one = await openByDoor('kimura', '木村');
    await go(one, '/staff');
    await one.getByRole('button', { name: 'スタッフを招待する' }).click();
    await one.getByLabel('氏名').fill('小川 Ogawa');
    await one.getByLabel('財務承認者').check();
    await one.getByLabel('理由').fill('財務の担当が増えるため');
    await one.getByRole('button', { name: '変更を提案する' }).click();
    const own = one.getByRole('button', { name: '変更を承認する' });
    await own.waitFor();
    expect(await own.getAttribute('aria-disabled')).toBe('true');

    const other = await openByDoor('nakamura', '中村');
    await go(other, '/staff');
    await other.getByRole('button', { name: '変更を承認する' }).click();
    const link = await other.locator('.secret-link code').innerText();
    const newcomer = await open({ language: 'ja' });
    await newcomer.goto(link);
    await newcomer.getByText('役割: 財務承認者').waitFor();
    expect(newcomer.url()).not.toContain('#');
    expect(await newcomer.getByLabel('氏名').inputValue()).toBe('小川 Ogawa');
    expect(await axeFindings(newcomer)).toEqual([]);
    await addAuthenticator(newcomer);
    await newcomer.getByLabel('ログイン名').fill('ogawa@demo.example');
    await newcomer.getByRole('button', { name: 'パスキーで参加する' }).click();
    await newcomer.getByRole('heading', { level: 1, name: '案件一覧' }).waitFor();
    await go(newcomer, '/passkeys');
    await newcomer.getByRole('cell', { name: '参加したときの端末' }).waitFor();
    for (const page of [one, other, newcomer]) await page.context().close();
  });

  const looks = (['ja', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      [390, 1440].map((width) => ({ language, theme, width })),
    ),
  );

  test.each(looks)('every page, in $language, $theme, at $width', async (look) => {
    const page = await openAs('kimura', look);
    const found: string[] = [];
    for (const [name, path] of pagesToSee) {
      await go(page, path);
      await page.locator('main h1').waitFor();
      await page.waitForTimeout(400);
      found.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
      const aside = Number(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      );
      if (aside > 0) found.push(`${path} scrolls ${aside} px sideways`);
      const { language, theme, width } = look;
      const file = `console-${name}-${language}-${width}-${theme}.png`;
      await page.screenshot({ path: join(pictures, file) });
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});

const pagesToSee = [
  ['worklist', '/?view=all'],
  ['mine', '/'],
  ['approvals', '/approvals'],
  ['audit', '/audit'],
  ['staff', '/staff'],
  ['reference', '/reference'],
  ['passkeys', '/passkeys'],
  ['login', '/login'],
  ['nowhere', '/nowhere'],
] as const;

/** The cookies of those who have come in already. */
const kept = new Map<string, Parameters<ReturnType<Page['context']>['addCookies']>[0]>();

async function openAs(who: string, look: Look): Promise<Page> {
  const page = await open(look);
  await page.context().addCookies(kept.get(who) ?? []);
  return page;
}

async function openByDoor(who: string, name: string): Promise<Page> {
  const page = await open({ language: 'ja' });
  await go(page, '/login');
  await signInByDoor(page, name);
  await page.locator('.shell').waitFor();
  kept.set(who, await page.context().cookies());
  return page;
}

/** Remembers who came in, and leaves. */
async function keep(who: string, page: Page): Promise<void> {
  kept.set(who, await page.context().cookies());
  await page.context().close();
}

/** Machines are shared: what comes is waited for. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000, interval: 100 });
const open = (look: Look) => openLook(browser, look);
const go = (page: Page, path: string) => page.goto(`${world.facts.http.url}/console${path}`);
const row = (page: Page, index: number) => page.locator(`tr[data-index="${index}"]`);
const focusedRow = (page: Page) =>
  page.evaluate("document.activeElement?.getAttribute('data-index') ?? null");
function member(login: string) {
  const found = staffOf(world.facts).find((one) => one.login.startsWith(login));
  if (!found) throw new Error(`${login} is of the demo's staff`);
  return found;
}
