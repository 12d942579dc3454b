import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountParts,
  amountText,
  baseUnitsText,
  compareAddresses,
  dateText,
  deadlineOf,
  durationText,
  fiatText,
  groupsOf,
  languages,
  memoText,
  networkText,
  relativeText,
  shortText,
  timeText,
} from './index.ts';

const wbtc = (units: bigint | string) => ({ units, decimals: 8, symbol: 'WBTC' });
const yen = (units: bigint) => ({ units, decimals: 0, symbol: 'JPY' });
const sender = '0x3260ffa76768Cb0345055B78EABF93672Febc381';
const hash = '0x7fea1469c2f4d688bea5b955a242cf85fc625bd935dc30876adc3ad241a4a30d';
const now = new Date('2026-11-22T05:22:00Z');

describe('amounts', () => {
  test('a headline shows the digits that matter, a receipt all of them with the zeros apart', () => {
    expect(amountText(wbtc(499_920_000n))).toBe('4.9992\u00a0WBTC');
    expect(amountParts(wbtc('500000000'), { digits: 'all' })).toMatchObject({
      digits: '5',
      zeros: '.00000000',
    });
    expect(amountParts(wbtc(-80_000n), { digits: 'all' })).toMatchObject({
      sign: '\u2212',
      digits: '0.0008',
      zeros: '0000',
    });
    expect(amountText(wbtc(5n), { sign: 'always' })).toBe('+0.00000005\u00a0WBTC');
  });

  test('what is cut is marked, what is too small to show is said to be below', () => {
    const ether = { units: 1_234_567_890_123_456_789n, decimals: 18, symbol: 'ETH' };
    expect(amountText(ether, { fractionMax: 8 })).toBe('1.23456789…\u00a0ETH');
    expect(amountText({ ...ether, units: 3n }, { fractionMax: 8 })).toBe(
      '<\u00a00.00000001\u00a0ETH',
    );
    expect(amountText({ ...ether, units: 0n }, { fractionMax: 8 })).toBe('0\u00a0ETH');
  });

  test('78 digits come through whole, and text that is no number is refused', () => {
    const most = (2n ** 256n - 1n).toString();
    expect(baseUnitsText(most).replaceAll(',', '')).toBe(most);
    expect(() => amountText(wbtc('1e8'))).toThrow(RangeError);
    expect(() => amountText(wbtc('5.0'))).toThrow(RangeError);
  });

  test('read back, the printed digits are the amount', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 255n), 2n ** 255n), fc.integer({ min: 0, max: 30 }), (u, d) => {
        const { sign, digits, zeros } = amountParts(
          { units: u, decimals: d, symbol: null },
          { digits: 'all' },
        );
        const [whole = '', fraction = ''] = (digits + zeros).replaceAll(',', '').split('.');
        expect(fraction).toHaveLength(d);
        expect(BigInt(whole + fraction) * (sign === '\u2212' ? -1n : 1n)).toBe(u);
      }),
    );
  });
});

describe('national money', () => {
  test('is a remark, with the words of the language', () => {
    expect(fiatText(yen(74_988_000n), 'ja')).toBe('約74,988,000円');
    expect(fiatText(yen(74_988_000n), 'ja', { short: true })).toBe('約7,499万円');
    expect(fiatText(yen(74_988_000n), 'en')).toBe('about ¥74,988,000');
    expect(fiatText(yen(74_988_000n), 'en', { short: true })).toBe('about ¥74,990,000');
    expect(fiatText(yen(33_000n), 'ja', { as: 'exact' })).toBe('33,000円');
    expect(fiatText(yen(33_000n), 'zh', { as: 'exact' })).toBe('33,000日元');
    expect(fiatText(yen(33_000n), 'ko', { as: 'exact' })).toBe('33,000엔');
    expect(fiatText(yen(123_456_789_012n), 'ja', { short: true })).toBe('約1,235億円');
    expect(fiatText(yen(150_000_000n), 'ja', { short: true })).toBe('約1.5億円');
    expect(fiatText(yen(99_999_999n), 'ja', { short: true })).toBe('約1億円');
  });

  test('has its cents when there are any', () => {
    const dollars = { units: 123_450n, decimals: 2, symbol: 'USD' };
    expect(fiatText(dollars, 'en', { as: 'exact' })).toBe('US$1,234.50');
    expect(fiatText({ ...dollars, units: -100n }, 'ja', { as: 'exact' })).toBe('−1米ドル');
  });
});

describe('addresses and hashes', () => {
  test('groups joined again are the bare string', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 130 }), (text) => {
        const { prefix, groups } = groupsOf(text);
        expect(prefix + groups.join('')).toBe(text);
      }),
    );
    const memo = '𠮷野家\n髙﨑①👨‍👩‍👧';
    expect(groupsOf(memo).groups.join('')).toBe(memo);
  });

  test('short: both ends and the middle', () => {
    expect(shortText(sender)).toBe('0x3260…055B…c381');
    expect(shortText(hash)).toBe('0x7fea…85fc…a30d');
    expect(shortText('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4')).toBe('bc1qw50…r3za…f3t4');
    expect(shortText('0x1234')).toBe('0x1234');
  });

  test('a machine compares: same, other, or made to look the same', () => {
    expect(compareAddresses(sender, sender.toLowerCase())).toMatchObject({
      same: true,
      length: 42,
      differing: [],
    });
    const forged = `${sender.slice(0, 20)}0000${sender.slice(24)}`;
    expect(compareAddresses(sender, forged)).toMatchObject({ same: false, lookAlike: true });
    expect(compareAddresses(sender, forged).differing.length).toBeGreaterThan(0);
    expect(memoText('a  b')).toBe('a␣␣b');
  });
});

describe('networks', () => {
  test('have a name and a number', () => {
    expect(networkText('Polygon', 'evm:137', 'ja')).toBe('Polygon（137）');
    expect(networkText('Polygon', 137, 'en')).toBe('Polygon (137)');
    expect(networkText('Bitcoin', 'bitcoin', 'en')).toBe('Bitcoin');
  });
});

describe('times', () => {
  const at = (language: 'ja' | 'en' | 'zh' | 'ko', zone = 'Asia/Tokyo') =>
    timeText('2026-11-22T05:05:09Z', { language, zone, now });

  test('have a weekday and 24 hours in all four languages', () => {
    expect(at('ja')).toBe('11月22日（日）14:05');
    expect(at('en')).toBe('Sun 22 Nov 14:05');
    expect(at('zh')).toBe('11月22日（周日）14:05');
    expect(at('ko')).toBe('11월 22일(일) 14:05');
  });

  test('midnight is 00:00, another year is told, another zone is named', () => {
    const midnight = new Date('2025-12-31T15:00:00Z');
    expect(timeText(midnight, { language: 'ja', zone: 'Asia/Tokyo', now })).toBe(
      '1月1日（木）00:00',
    );
    expect(timeText(midnight, { language: 'ja', zone: 'UTC', now })).toBe(
      '2025年12月31日（水）15:00（UTC）',
    );
    expect(timeText(midnight, { language: 'en', zone: 'UTC', now, to: 'second' })).toBe(
      'Wed 31 Dec 2025 15:00:00 UTC',
    );
    expect(timeText('2026-09-01', { language: 'en', zone: 'UTC', now, to: 'date' })).toBe(
      'Tue 1 Sep',
    );
    expect(() => timeText('tomorrow', { language: 'ja', zone: 'UTC', now })).toThrow(RangeError);
  });

  test('a calendar day has no zone', () => {
    expect(dateText('2026-11-24', 'ja', now)).toBe('11月24日（火）');
    expect(dateText('2027-01-04', 'en', now)).toBe('Mon 4 Jan 2027');
  });

  test('spans and deadlines', () => {
    expect(durationText(45 * 3_600_000, 'ja')).toBe('1日21時間');
    expect(durationText(45 * 3_600_000, 'en')).toBe('1\u00a0d 21\u00a0h');
    expect(durationText(500, 'ja')).toBe('0秒');
    expect(relativeText(new Date(now.getTime() - 200_000), now, 'ja')).toBe('3分前');
    expect(relativeText(new Date(now.getTime() - 2_000), now, 'en')).toBe('just now');
    expect(relativeText(new Date(now.getTime() + 7_200_000), now, 'en')).toBe('in 2\u00a0h');
    expect(deadlineOf(new Date(now.getTime() - 7_200_000), now, 'ja')).toEqual({
      text: '2時間過ぎています',
      standing: 'passed',
    });
    expect(deadlineOf(new Date(now.getTime() + 60_000), now, 'en').standing).toBe('soon');
  });

  test('nothing is undefined in any language', () => {
    for (const { code } of languages) {
      const texts = [
        timeText(now, { language: code, zone: 'UTC', now: null }),
        durationText(100_000, code),
        relativeText(now, new Date(0), code),
        fiatText(yen(5n), code),
      ];
      expect(texts.join(' ')).not.toMatch(/undefined|NaN|@/);
    }
  });
});
