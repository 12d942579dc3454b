import { describe, expect, test } from 'vitest';
import type { Claim, ProblemDocument } from '../../client/index.ts';
import { portalApp } from '../index.tsx';

const wallet = '0x3260ffa76768Cb0345055B78EABF93672Febc381';
const own = '0xE19a849F9e4dC0352FD927a5f9D2A1b5D6686DF6';
const hash = `0x${'7fea1469c2f4d688'.repeat(4)}`;
const at = '2026-11-22T05:11:00.000Z';

const amount = (units: string, text: string) => ({
  ...{ asset: 'evm:61/token:0x01', units, symbol: 'WBTC', decimals: 8, text },
});

/** A claim of which the choice was made; each state changes what differs. */
const base: Claim = {
  ...{ number: 'R-26-000123', version: 7, state: 'approving', turn: 'desk', sentence: '' },
  ...{ family: 'us', familyLabel: '担当者が対応中', headline: '見出しです。', lead: '説明です。' },
  route: [
    {
      ...{ place: 'wallet', label: '送り元', address: wallet, at, text: '送金' },
      ...{ via: '通って届きました', reached: true, here: false },
    },
    {
      ...{ place: 'address', label: '入金アドレス', address: own, at, text: 'ここにあります' },
      ...{ via: null, reached: true, here: true },
    },
  ],
  steps: [
    {
      ...{ id: 'choose', label: 'ご依頼', text: '', who: 'you', state: 'done' },
      ...{ at, due: null, dueText: null },
    },
    {
      ...{ id: 'check', label: '承認', text: '24日までの予定です', who: 'us', state: 'now' },
      ...{ at: null, due: '2026-11-24', dueText: '11月24日（火）' },
    },
  ],
  ...{ nextWordAt: '2026-11-24T09:00:00.000Z', late: false },
  arrivesBy: {
    from: '2026-11-24',
    to: '2026-11-25',
    text: '11月24日（火）〜11月25日（水）',
    note: null,
  },
  evidence: {
    ...{ transaction: hash, network: 'Polygon', networkId: 'evm:137', block: '96338155' },
    ...{ blockTime: at, confirmations: 73911, confirmationsMin: 128, final: true },
    ...{ nodes: 2, agreeMin: 2, readAt: at },
  },
  ...{ canWithdraw: false, canAppeal: false, canTakeUp: false, lesson: [] },
  ...{ letterAvailable: false, receiptAvailable: false, said: '' },
  ...{ transaction: hash, network: 'evm:137', transferKey: null },
  found: {
    amount: amount('500000000', '5 WBTC'),
    from: wallet,
    to: own,
    network: 'Polygon',
    fiat: null,
  },
  reason: { code: 'X', outcome: 'refund', sentence: '理由です。', wouldChange: '条件です。' },
  quote: null,
  choice: {
    ...{ option: 'return_to_source', title: '元のウォレットに返す', units: '499920000' },
    ...{ amount: amount('499920000', '4.9992 WBTC'), address: wallet, at },
  },
  destination: { address: wallet, provenBy: 'signature', sameAsSource: true },
  ...{ fee: null, transactions: [], closure: null, endedAt: null, appeal: null },
  ...{ promisedAt: null, createdAt: at, updatedAt: at },
};

const sent = { purpose: 'return', state: 'sent', hash, sentAt: at };
const done = {
  family: 'done',
  endedAt: at,
  receiptAvailable: true,
  lesson: ['次は。', '少額を。'],
} as const;

const states: Readonly<Record<string, Partial<Claim>>> = {
  planning: {},
  approving: {},
  paying: { family: 'wait', transactions: [sent] },
  stopped: { late: true },
  held: { family: 'hold', choice: null, destination: null, arrivesBy: null },
  reviewing: { choice: null, destination: null },
  appealed: { choice: null, appeal: { at, answer: null } },
  kept: { family: 'wait', canTakeUp: true, canWithdraw: true },
  refused: { family: 'stop', canAppeal: true, letterAvailable: true, choice: null },
  returned: { ...done, transactions: [{ ...sent, state: 'final' }] },
  credited: { ...done, choice: base.choice && { ...base.choice, option: 'credit' } },
  compensated: { ...done, choice: base.choice && { ...base.choice, option: 'compensate' } },
  withdrawn: { family: 'done' },
};

const claimIn = (state: string): Claim => ({ ...base, ...states[state], state });

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** The portal before an API that holds one claim, or says one thing. */
function portal(answer: Claim | ProblemDocument, asked: Asked[] = []) {
  return portalApp({
    api: async (request) => {
      asked.push({ method: request.method, path: new URL(request.url).pathname });
      const status = 'status' in answer ? answer.status : 200;
      return Response.json(answer, { status });
    },
    ...{ cookie: 'kaeru_session', signInUrl: 'http://exchange.example/login', demo: null },
    assets: { script: '/assets/main.js', styles: ['/assets/main.css'] },
  });
}

const cases = Object.keys(states).flatMap((state) =>
  (['ja', 'en'] as const).map((language) => ({ state, language })),
);
const headers = {
  ...{ cookie: 'kaeru_session=a', 'sec-fetch-site': 'same-origin', 'accept-language': 'ja' },
};
const path = '/claims/R-26-000123';

describe('a claim after the choice', () => {
  test.each(cases)(
    'says where it stands when $state, in $language',
    async ({ state, language }) => {
      const page = await portal(claimIn(state)).request(`${path}?lang=${language}`, { headers });
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).toContain('見出しです。</h1>');
      expect(html).toContain('R-26-000123');
      expect(html).toContain(language === 'ja' ? '当社が決してしないこと' : 'What we never do');
      expect(html).not.toMatch(/undefined|\[object|NaN|Invalid/);
      // Nothing that the policy of the page would refuse.
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test('is followed live until it is over', async () => {
    const open = await (await portal(claimIn('approving')).request(path, { headers })).text();
    const over = await (await portal(claimIn('returned')).request(path, { headers })).text();
    expect(open).toContain('data-claim="R-26-000123" data-version="7"');
    expect(over).not.toContain('data-claim');
  });

  test('shows every digit of what was sent, of where, and under which hash', async () => {
    const html = await (await portal(claimIn('returned')).request(path, { headers })).text();
    const text = html.replace(/<[^>]+>/g, '');
    expect(text).toContain(wallet);
    expect(text).toContain(hash);
    expect(text).toContain('4.99920000');
    expect(text).toContain('42文字すべて一致');
  });

  test('owns up to a promise that was missed', async () => {
    const html = await (await portal(claimIn('stopped')).request(path, { headers })).text();
    expect(html).toContain('申し訳ありません');
  });
});

describe('asking for another look', () => {
  const form = (said: string) => ({
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ said }),
  });

  test('says what is missing, and keeps what is too long', async () => {
    const app = portal(claimIn('refused'));
    const empty = await app.request(`${path}/appeal`, form('  '));
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('<title>エラー：');
    const long = await app.request(`${path}/appeal`, form('あ'.repeat(10_001)));
    expect(await long.text()).toContain('あ'.repeat(10_001));
  });

  test('takes a form from nowhere else', async () => {
    const asked: Asked[] = [];
    const sentFrom = { ...headers, 'sec-fetch-site': 'cross-site' };
    const answer = await portal(claimIn('refused'), asked).request(`${path}/appeal`, {
      ...form('見てください'),
      headers: { ...form('').headers, ...sentFrom },
    });
    expect(answer.status).toBe(403);
    expect(asked).toEqual([]);
  });

  test('what was typed survives the end of the session', async () => {
    const ended = portal(problem(401));
    const away = await ended.request(`${path}/appeal`, form('もう一度見てください'));
    expect(away.headers.get('location')).toBe(
      `/sign-in?return=${encodeURIComponent(`${path}/appeal`)}`,
    );
    const kept = away.headers.get('set-cookie')?.split(';')[0] ?? '';
    const back = await portal(claimIn('refused')).request(`${path}/appeal`, {
      headers: { cookie: `kaeru_session=b; ${kept}` },
    });
    expect(await back.text()).toContain('>もう一度見てください</textarea>');
    const elsewhere = await portal(claimIn('refused')).request('/claims/R-26-000999/appeal', {
      headers: { cookie: `kaeru_session=b; ${kept}` },
    });
    expect(await elsewhere.text()).not.toContain('もう一度見てください');
  });
});

describe('what cannot be shown', () => {
  test.each([
    [404, 404, 'このページは見つかりません'],
    [429, 429, 'ただいま混み合っています'],
    [500, 500, 'ref-77'],
    [503, 503, '画面を表示できません'],
  ])('an answer of %i is a page of %i', async (status, shown, words) => {
    const page = await portal(problem(status)).request(path, { headers });
    expect(page.status).toBe(shown);
    expect(await page.text()).toContain(words);
  });

  test('somebody else’s claim and none at all are the same page', async () => {
    const app = portal(problem(404));
    const [one, other] = await Promise.all([
      app.request(`${path}`, { headers }),
      app.request('/claims/%00', { headers }),
    ]);
    const same = async (page: Response) =>
      (await page.text()).replace(/nonce="\w+"|lang=\w+|href="[^"]*"/g, '');
    expect(await same(one)).toBe(await same(other));
  });

  test('no session leads to the log-in, and back', async () => {
    const page = await portal(problem(401)).request(path, { headers });
    expect(page.headers.get('location')).toBe(`/sign-in?return=${encodeURIComponent(path)}`);
  });
});

function problem(status: number): ProblemDocument {
  const facts = { request: 'ref-77', seconds: '30' };
  return { type: '', title: 'だめです', status, code: 'x', lasts: 'final', facts };
}

describe('whether it is us', () => {
  test.each([
    ['R-26-000123', '/v1/messages/R-26-000123'],
    [
      'お知らせ番号 ０a1b2c3d-0000-4000-8000-0123456789AB です',
      '/v1/messages/0a1b2c3d-0000-4000-8000-0123456789ab',
    ],
    [`R-26-000123 ${'ab'.repeat(32)}`, `/v1/papers/R-26-000123/${'ab'.repeat(32)}`],
  ])('finds the number in %s', async (text, wanted) => {
    const asked: Asked[] = [];
    const app = portal(problem(500), asked);
    await app.request(`/is-it-you?${new URLSearchParams({ id: text })}`);
    expect(asked).toEqual([{ method: 'GET', path: wanted }]);
  });
});
