import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  messageLanguage,
  type Wording,
  wordFaults,
  wordingsOf,
  writeMessage,
  writeTime,
} from './index.ts';

const found: Wording = {
  key: 'test.found',
  example: { amount: '5 WBTC', network: 'Polygon' },
  ja: ({ amount, network }) => ({
    subject: '見つかりました',
    text: `${amount} は「${network}」で届いています。`,
    next: '方法をお選びください。',
  }),
  en: ({ amount, network }) => ({
    subject: 'We found it',
    text: `Your ${amount} came by ${network}.`,
    next: 'Please choose what you would like.',
  }),
};
const style = { timeZone: 'Asia/Tokyo', links: 'none' } as const;
const message = {
  id: '0199a3c0-0000-7000-8000-000000000000',
  caseNumber: 'R-26-000001',
  facts: found.example,
  turn: { who: 'customer', until: new Date('2026-11-24T09:00:00Z') } as const,
};

describe('a message', () => {
  test('always says which case, what comes next, whose turn it is and until when', () => {
    expect(writeMessage(style, found, 'ja', message)).toEqual({
      subject: '見つかりました (R-26-000001)',
      text: [
        '受付番号 R-26-000001',
        '5 WBTC は「Polygon」で届いています。',
        'これから: 方法をお選びください。\nいまは、お客さまのお返事をお待ちしています。2026年11月24日(火)18:00までにお願いします。',
        'くわしくは、取引所のアプリを開いてご覧ください。当社のお知らせに、リンクはありません。',
        'お知らせ番号 0199a3c0-0000-7000-8000-000000000000\nこのお知らせが本物かどうかは、お客さま窓口の「本物か確かめる」に、この番号を入れて確かめられます。',
      ].join('\n\n'),
    });
    expect(writeMessage(style, found, 'en', message).text).toContain(
      'We are waiting for you. Please answer by Tue 24 Nov 2026, 18:00.',
    );
  });

  test.each(['customer', 'desk', 'network', 'exchange', 'kaeru'] as const)(
    'names the hour when it is the turn of: %s',
    (who) => {
      const turn = { who, until: message.turn.until };
      const write = (language: 'ja' | 'en') =>
        writeMessage(style, found, language, { ...message, turn }).text;
      expect(write('ja')).toContain('11月24日(火)18:00までに');
      expect(write('en')).toContain('by Tue 24 Nov 2026, 18:00');
    },
  );

  test('writes times in the reader’s zone, across midnight and summer time', () => {
    const night = new Date('2026-11-22T18:12:00Z');
    expect(writeTime(night, 'ja', 'Asia/Tokyo')).toBe('2026年11月23日(月)03:12');
    expect(writeTime(night, 'en', 'UTC')).toBe('Sun 22 Nov 2026, 18:12');
    expect(writeTime(new Date('2026-07-01T22:30:00Z'), 'en', 'Europe/Paris')).toBe(
      'Thu 2 Jul 2026, 00:30',
    );
    expect(writeTime(new Date('2026-12-31T15:00:00Z'), 'ja', 'Asia/Tokyo')).toBe(
      '2027年1月1日(金)00:00',
    );
  });

  test.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['jam', 'en'],
    ['ko', 'en'],
    ['und', 'en'],
  ])('to a reader of %s is in %s', (reads, expected) => {
    expect(messageLanguage(reads)).toBe(expected);
  });
});

describe('a fact from a stranger', () => {
  const withSymbol = (symbol: string) =>
    writeMessage(style, found, 'en', {
      ...message,
      facts: { amount: `5 ${symbol}`, network: 'Polygon' },
    }).text;

  test.each([
    'visit https://evil.example/claim',
    'www.evil.example',
    'claim at evil.example now',
    'evil．example',
    't.me/evil',
    'пример.рф',
    'HTTPS://EVIL',
    'e\u200bvil.exa\u200bmple',
  ])('brings no link: %s', (symbol) => {
    const text = withSymbol(symbol);
    expect(text).toContain('[…]');
    expect(text).not.toMatch(/evil|рф/i);
  });

  test('brings no line ends, no hidden marks, and no flood', () => {
    const text = withSymbol(`A\r\nCase R-26-999999\u202e\u0000${'x'.repeat(10_000)}`);
    expect(text).not.toMatch(/^Case R-26-999999/m);
    expect(text).not.toContain('\u202e');
    expect(text.length).toBeLessThan(1_500);
  });

  test('is otherwise left alone', () => {
    for (const amount of ['0.00000001 WBTC', '1,000.5 USDT', 'USD₮0', 'e.g. this', '約9,000万円']) {
      const text = writeMessage(style, found, 'ja', {
        ...message,
        facts: { amount, network: 'Polygon' },
      }).text;
      expect(text).toContain(amount);
    }
  });

  const strings = join(import.meta.dirname, '../../../shared/data/security/blns/blns.json');
  test.skipIf(!existsSync(strings))('of any naughty kind leaves the message whole', () => {
    for (const text of JSON.parse(readFileSync(strings, 'utf8')) as string[]) {
      const written = withSymbol(text);
      expect(written).toMatch(
        /^Case R-26-000001\n\n.*\n\nNext: [^\n]*\n[^\n]*\n\n[^\n]*\n\nMessage [^\n]*\n[^\n]*$/,
      );
      expect(written).not.toMatch(/\w:\/\/|www\.\w/);
    }
  });
});

describe('the reader of words', () => {
  test('has nothing against good ones', () => {
    expect(wordFaults(found)).toEqual([]);
  });

  test.each([
    ['blame', 'お客さまのミスです。'],
    ['a promise', '必ず戻ります。'],
    ['haste without a date', '順次ご案内します。'],
    ['the wrong word for us', '弊社で調べました。'],
    ['a link', 'https://kaeru.example をご覧ください。'],
    ['an empty part', ' '],
    ['a missing fact', `${undefined} が届きました。`],
    ['another language', 'Found.'],
  ])('finds %s', (_, text) => {
    const ja = (facts: Parameters<Wording['ja']>[0], tools: Parameters<Wording['ja']>[1]) => ({
      ...found.ja(facts, tools),
      ...(text === 'Found.' ? { subject: text, next: text } : {}),
      text,
    });
    expect(wordFaults({ ...found, ja })).toHaveLength(1);
  });

  test('lets no key have words twice', () => {
    expect(() => wordingsOf([found], [found])).toThrow('test.found has words once');
    expect(wordingsOf([found]).size).toBe(1);
  });
});
