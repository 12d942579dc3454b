import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClue } from './index.ts';
import { pasteBytesMax } from './read-paste.ts';

const today = '2026-11-22';
const hash = `0x${'7f'.repeat(32)}`;
const wallet = '0x3260ffa76768Cb0345055B78EABF93672Febc381';

function clueOf(text: string) {
  const read = readClue(text, today);
  if (!read.ok) throw new Error(read.code);
  return read.value;
}
const piecesOf = (text: string) => clueOf(text).pieces.map(({ kind, value }) => `${kind} ${value}`);

describe('a clue', () => {
  test.each([
    [hash, [`hash ${hash}`]],
    [`https://polygonscan.com/tx/${hash}`, [`hash ${hash}`, 'link polygonscan.com']],
    [wallet.toLowerCase(), [`address ${wallet}`]],
    ['5 WBTC を送りました', ['amount 5 WBTC']],
    ['1,234.5 USDT', ['amount 1234.5 USDT']],
    ['数量: ETH = 0.25', ['amount 0.25 ETH']],
    ['５　ＷＢＴＣ', ['amount 5 WBTC']],
    ['2026/11/20 に送金', ['date 2026-11-20']],
    ['2026年11月3日', ['date 2026-11-03']],
    ['11月20日', ['date 2026-11-20']],
    ['12月24日に', ['date 2025-12-24']],
    ['20 Nov 2026, 21:14', ['date 2026-11-20']],
    ['Nov. 20th, 2026', ['date 2026-11-20']],
    ['2026-13-45 and 31 February', []],
    ['12:30 UTC, 3 PM, 100 USD', []],
    ['まだ届きません', []],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  test('a secret is named and sealed, and stands nowhere', () => {
    const key = 'c87509a1c067bbde78beb793e6fa76530b6382a4c0241e5e4a9ec0a0f44dc0d3';
    const clue = clueOf(`秘密鍵: ${key}`);
    expect(clue.sealed).toBe(true);
    expect(clue.pieces).toMatchObject([{ kind: 'secret', value: 'private key' }]);
    expect(JSON.stringify(clue)).not.toContain(key);
  });

  test('what is no id is told with its code', () => {
    expect(clueOf('0x3f9a…c41d').problems).toEqual([
      { code: 'hash_truncated', text: '0x3f9a...c41d' },
    ]);
  });

  test('too long a text is refused', () => {
    expect(readClue('あ'.repeat(pasteBytesMax), today)).toMatchObject({ code: 'text_too_long' });
  });

  test('whatever is pasted is read, and every day is one of the calendar', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { kind, value, label } of clueOf(text).pieces) {
          expect(label.ja).not.toBe('');
          if (kind === 'date') expect(new Date(value).toISOString().slice(0, 10)).toBe(value);
          if (kind === 'amount') expect(value).toMatch(/^\d+(\.\d+)? [A-Z0-9]+$/);
        }
      }),
    );
  });

  test('a long text of figures is read in good time', () => {
    const text = '1,234,567.89 ABCDEFGHIJK 11月20日 '.repeat(1_500);
    const before = performance.now();
    clueOf(text);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
