import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MishapName, mishaps } from '../src/app/demo/mishaps/index.ts';
import { stageOf } from '../src/app/demo/stage.ts';
import { customerClient } from '../src/app/demo/story/people.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import { hasChromium, startChromium } from './chromium.ts';
import { ownedFolder } from './runner/clear-stale.ts';

const parent = ownedFolder('journey');
const port = 5960;
/** Passkeys are bound to a name, and the demo's is `localhost`. */
const site = `http://localhost:${port}`;
const many = 12;

let world: World;
let browser: Browser;
let takahashi: Page;
let mori: Page;

describe.runIf(hasChromium)('from the report to the end, in a browser', () => {
  beforeAll(async () => {
    const folder = join(parent, 'var');
    world = await startWorld({ folder, port, databaseSettings: ['fsync=off'] });
    browser = await startChromium();
    takahashi = await approver('高橋');
    mori = await approver('森');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  test('5 WBTC come home: reported by touch, approved by two passkeys, seen to arrive', async () => {
    const page = await aiko();
    await page.goto(`${site}/report`);
    await page.getByRole('button', { name: /この5.WBTCについて見る/ }).tap();
    await heading(page, /5.WBTCは見つかりました。/);
    const number = new URL(page.url()).pathname.split('/')[2] as string;
    await page.getByRole('button', { name: /WBTCの返却へ進む/ }).tap();
    await heading(page, 'この内容でよろしいですか');
    await page.getByRole('button', { name: /WBTCの返却を依頼する/ }).tap();
    await page.getByRole('button', { name: '確かめはじめる' }).tap();
    await page.getByRole('button', { name: 'デモのウォレットで署名する' }).tap();
    await heading(page, '2名の担当者が確認しています。');
    await approve(takahashi, number);
    await approve(mori, number);
    // The customer touches nothing: the page hears of it.
    await heading(page, /完了しました/);
    expect(await page.innerText('main')).toMatch(/4\.9\d+/);
    expect(await page.getByRole('link', { name: '明細書を開く' }).count()).toBe(1);
    await page.context().close();
  });

  test('what waits until it can be done is kept, and can be taken up again', async () => {
    const page = await report('wrong-network');
    await page.getByRole('radio', { name: /待つ/ }).check();
    await page.getByRole('button', { name: '待つ手続きへ進む' }).tap();
    await page.getByRole('button', { name: '待つことにする' }).tap();
    await page.getByRole('heading', { name: '何がそろえば、お返しできるようになるか' }).waitFor();
    expect(await page.innerText('main')).toContain('お約束できません');
    await page.getByRole('button', { name: 'もう一度調べて、方法を選ぶ' }).tap();
    await page.getByRole('radio', { name: /待つ/ }).waitFor();
    await page.context().close();
  });

  test('a refusal says why, and another person looks at it again', async () => {
    const page = await report('fake-token');
    await page.getByRole('heading', { name: '調べてわかったこと' }).waitFor();
    const number = new URL(page.url()).pathname.split('/')[2] as string;
    await page.getByRole('link', { name: '別の担当者に見直しを頼む' }).tap();
    await page
      .getByLabel('お伝えになりたいこと')
      .fill('取引所の案内どおりに送りました。もう一度確認してください。');
    await page.getByRole('button', { name: '見直しを頼む' }).tap();
    await page.getByText('はじめの判断に関わっていない担当者が').first().waitFor();
    await mori.goto(`${site}/console/cases/${number}`);
    await mori
      .getByRole('button', { name: /見直しの結果を出す/ })
      .first()
      .click();
    const dialog = mori.getByRole('dialog');
    await dialog.getByRole('radio', { name: /はじめの判断を変えない/ }).check();
    await dialog.getByRole('textbox').fill('本物のWBTCのコントラクトではないことを確かめました。');
    await dialog.getByRole('button', { name: '結果を出す' }).click();
    await page.getByText('本物のWBTCのコントラクトではないことを確かめました。').waitFor();
    await page.context().close();
  });

  test('what went to somebody else’s address comes with a letter for them', async () => {
    const page = await report('not-ours');
    const letter = page.getByRole('link', { name: '説明書をPDFで保存' });
    await letter.waitFor();
    const href = (await letter.getAttribute('href')) as string;
    const answer = await page.request.get(`${site}${href}`);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });

  test('twelve of one cause are approved together, each line shown, one signature each', async () => {
    const numbers = await missedCredits(many);
    for (const page of [takahashi, mori]) {
      await page.goto(`${site}/console/`);
      await page
        .locator('.clusters li')
        .filter({ hasText: `${many}件` })
        .getByRole('link')
        .click();
      await page.getByRole('button', { name: /12件をまとめて承認する/ }).click();
      const dialog = page.getByRole('dialog');
      for (const number of numbers) await dialog.getByText(number).first().waitFor();
      await dialog.getByRole('button', { name: /パスキーで署名する/ }).click();
      await page.getByText('12件を承認しました。').first().waitFor();
    }
    const client = await customerClient(world.facts, 'ex-1000', 'ja');
    const left = async () => {
      const own = await client.listClaims();
      if (!own.ok) throw new Error(own.problem.title);
      return own.value.claims.filter(
        (one) => numbers.includes(one.number) && one.state !== 'credited',
      ).length;
    };
    await expect.poll(left, { timeout: 60_000 }).toBe(0);
  });
});

/** Aiko on her phone, signed in at the exchange. */
async function aiko(): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await strict(context);
  await page.goto(`${site}/sign-in?return=%2Fclaims`);
  await page.getByRole('link', { name: '取引所でログインする' }).tap();
  await page.locator('button[value="ex-1000"]').tap();
  await page.getByRole('button', { name: /サポート/ }).tap();
  await page.waitForURL(`${site}/claims`);
  return page;
}

/** Aiko loses something, and pastes its transaction; the answer is on the page that comes back. */
async function report(mishap: MishapName): Promise<Page> {
  const { hash } = await mishaps[mishap].play(stageOf(world.facts));
  const page = await aiko();
  await page.goto(`${site}/report`);
  await page.getByLabel('送金の記録を貼りつけてください').fill(`届きません ${hash}`);
  await page.getByRole('button', { name: '調べる', exact: true }).tap();
  await page.locator('main .btn-primary').tap();
  await page.waitForURL(/\/claims\/R-/);
  return page;
}

/** A member of staff at a desk, with a passkey that the signer knows. */
async function approver(name: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1440, height: 900 },
  });
  const page = await strict(context);
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${site}/console/login`);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { level: 1, name: '案件一覧' }).waitFor();
  await page.goto(`${site}/console/passkeys`);
  await page.getByLabel('名前').fill('検証用');
  await page.getByRole('button', { name: 'パスキーを追加する' }).click();
  await page.getByRole('cell', { name: '検証用' }).waitFor();
  return page;
}

/** By keyboard alone: A opens what is signed, Ctrl and Enter sign it with the passkey. */
async function approve(page: Page, number: string): Promise<void> {
  await page.goto(`${site}/console/cases/${number}`);
  await page
    .getByRole('button', { name: /^承認する/ })
    .first()
    .waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /パスキーで署名する/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

/** As many claims of one cause, each as far as two people's approval. */
async function missedCredits(count: number): Promise<string[]> {
  const client = await customerClient(world.facts, 'ex-1000', 'ja');
  const numbers: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const { hash } = await mishaps['credit-missed'].play(stageOf(world.facts));
    const filed = await client.fileClaim({ body: { said: hash } });
    if (!filed.ok) throw new Error(filed.problem.title);
    numbers.push(filed.value.claim.number);
  }
  for (const number of numbers) {
    await untilState(client, number, 'quoted');
    const chosen = await client.chooseOption({ number, body: { option: 'credit' } });
    if (!chosen.ok) throw new Error(chosen.problem.title);
  }
  for (const number of numbers) {
    await untilState(client, number, 'approving');
  }
  return numbers;
}

type Client = Awaited<ReturnType<typeof customerClient>>;

async function untilState(client: Client, number: string, state: string): Promise<void> {
  const now = async () => {
    const answer = await client.readClaim({ number });
    return answer.ok ? answer.value.state : answer.problem.code;
  };
  await expect.poll(now, { timeout: 60_000 }).toBe(state);
}

/** A page on which an error of a script, or of the policy that forbids foreign ones, fails the test. */
async function strict(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
  });
  return page;
}

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
