import { describe, expect, test } from 'vitest';
import { pdfText } from '../../../test/pdf-text.ts';
import type { ClaimAnswer } from '../routes/claim-schema.ts';
import { inGroups, letterPaper, paperDigest, printPaper, receiptPaper } from './index.ts';

const wbtc = {
  ...{ asset: `evm:61/token:0x${'b7'.repeat(20)}`, units: '500000000', symbol: 'WBTC' },
  ...{ decimals: 8, text: '5 WBTC' },
};
const hash = `0x${'7fea1469c2f4d688'.repeat(4)}`;
const back = `0x${'1234abcd'.repeat(8)}`;
const from = '0x3260ffa76768Cb0345055B78EABF93672Febc381';
const to = '0xE19a849F9e4dC0352FD927a5f9D2A1b5D6686DF6';

/** A claim that came home, as its page shows it. */
const returned = {
  ...{ number: 'R-26-004183', version: 9, state: 'returned', family: 'done' },
  headline: '完了しました。4.9992\u00a0WBTCが、ご指定のウォレットに届いています。',
  found: { amount: wbtc, from, to, network: 'ポリゴン', fiat: null },
  evidence: {
    ...{ transaction: hash, network: 'ポリゴン', networkId: 'evm:137', block: '96338155' },
    blockTime: '2026-11-20T12:14:37.000Z',
    ...{ confirmations: 73_911, confirmationsMin: 128, final: true, nodes: 2, agreeMin: 2 },
    readAt: '2026-11-22T00:00:00.000Z',
  },
  transaction: hash,
  choice: {
    ...{ option: 'return_to_source', title: '元のウォレットに返す', units: '499920000' },
    amount: { ...wbtc, units: '499920000', text: '4.9992 WBTC' },
    ...{ address: from, at: '2026-11-22T00:00:00.000Z' },
  },
  destination: { address: from, provenBy: 'signature', sameAsSource: true },
  fee: { status: 'charged', invoice: 'F-R-26-004183', total: null },
  quote: {
    options: [
      {
        kind: 'return_to_source',
        fee: {
          total: { ...{ asset: 'fiat:JPY', units: '33000', symbol: 'JPY', decimals: 0 } },
          tax: { ...{ asset: 'fiat:JPY', units: '3000', symbol: 'JPY', decimals: 0 } },
          ...{ inKind: false, purpose: '手作業の確認と署名' },
        },
      },
    ],
  },
  transactions: [{ purpose: 'return', state: 'final', hash: back, sentAt: null }],
  route: [
    { label: '送り元のアドレス', text: '5\u00a0WBTCを送金', via: 'ポリゴンを通って届きました' },
  ],
  lesson: ['次に送るときは、髙﨑①の入金画面をご覧ください。', '少額を先に送ると安心です。'],
  endedAt: '2026-11-24T01:32:05.000Z',
  ...{ receiptAvailable: true, letterAvailable: false },
} as unknown as ClaimAnswer;

const printing = {
  ...{ house: 'しおみ取引所', at: new Date('2026-11-24T02:00:00Z'), timeZone: 'Asia/Tokyo' },
};
const bare = (text: string) => text.replace(/\s/g, '');

describe('a receipt', () => {
  const paper = receiptPaper(returned, 'ja', 'Asia/Tokyo');
  if (!paper) throw new Error('there is a receipt');
  const values = paper.parts.flatMap(({ rows }) => rows);

  test('says the values of the page, whole: every decimal, base units, both clocks', () => {
    const value = (name: string) => values.find((row) => row.name === name)?.value;
    expect(value('お受け取りの額')).toBe('4.99920000\u00a0WBTC（最小単位で499920000）');
    expect(value('数量')).toBe('5.00000000\u00a0WBTC（最小単位で500000000）');
    expect(value('手数料（税込）')).toBe('33,000円');
    expect(value('うち税')).toBe('3,000円');
    expect(value('完了した時刻')).toBe('2026年11月24日（火）10:32:05（日本時間）／01:32:05 UTC');
    expect(value('お届け先のアドレス')).toBe(from);
    expect(value('請求番号')).toBe('F-R-26-004183');
  });

  test('is printed with every one of them, as text that can be selected', async () => {
    const pdf = await printPaper(paper, printing);
    const text = bare(pdfText(pdf));
    for (const { value, exact } of values) {
      expect(text).toContain(bare(exact ? inGroups(value) : value));
    }
    for (const sentence of paper.parts.flatMap(({ sentences }) => sentences)) {
      expect(text).toContain(bare(sentence));
    }
    expect(text).toContain(paperDigest(paper));
    expect(text).toContain('R-26-004183');
  });

  test('is tagged, in its language, with a title, and made the same again', async () => {
    const pdf = await printPaper(paper, printing);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw.slice(0, 8)).toBe('%PDF-1.7');
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang (ja-JP)', '/DisplayDocTitle true']) {
      expect(raw).toContain(mark);
    }
    expect(pdfText(await printPaper(paper, printing))).toBe(pdfText(pdf));
  });

  test('changes its fingerprint with any value, and with nothing else', () => {
    const other = receiptPaper({ ...returned, endedAt: '2026-11-24T01:32:06.000Z' }, 'ja', 'UTC');
    if (!other) throw new Error('there is a receipt');
    expect(paperDigest(other)).not.toBe(paperDigest(paper));
    const same = receiptPaper({ ...returned, version: 12 }, 'ja', 'Asia/Tokyo');
    expect(same && paperDigest(same)).toBe(paperDigest(paper));
  });

  test('exists only once something was paid out', () => {
    expect(receiptPaper({ ...returned, receiptAvailable: false }, 'ja', 'UTC')).toBeNull();
  });

  test('holds what is longest: 78 digits, a name of forty characters, page after page', async () => {
    const long = { ...wbtc, units: '9'.repeat(78), decimals: 0, symbol: 'W'.repeat(40) };
    const route = Array.from({ length: 60 }, (_, index) => ({
      ...{ label: `${index}番目`, text: '長い文'.repeat(30), via: null },
    }));
    const claim = {
      ...returned,
      ...{ route, found: { ...returned.found, amount: long } },
    } as unknown as ClaimAnswer;
    const big = receiptPaper(claim, 'en', 'Asia/Tokyo');
    if (!big) throw new Error('there is a receipt');
    const text = pdfText(await printPaper(big, printing));
    expect(bare(text)).toContain('W'.repeat(40));
    expect(bare(text)).toMatch(/R-26-0041831\/\d/);
    expect(bare(text)).toContain('59番目');
  });
});

describe('a letter', () => {
  const notOurs = { ...returned, receiptAvailable: false, letterAvailable: true };

  test.each(['ja', 'en'] as const)('%s: says what is known, and names nobody', async (language) => {
    const paper = letterPaper(notOurs as ClaimAnswer, language, 'Asia/Tokyo');
    if (!paper) throw new Error('there is a letter');
    const text = bare(pdfText(await printPaper(paper, printing)));
    for (const exact of [hash, from, to]) expect(text).toContain(bare(inGroups(exact)));
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text).toContain(language === 'ja' ? '証明するものではありません' : 'doesnotcertify');
  });

  test('is not there where the money is with us', () => {
    expect(letterPaper(returned, 'ja', 'UTC')).toBeNull();
  });
});
