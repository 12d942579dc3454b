import { describe, expect, test } from 'vitest';
import type { Act } from '../keyboard/acts.ts';
import { actsLike, hitsOf, isWorthFinding } from './find.ts';

const act = (label: string, more: Partial<Act> = {}): Act => ({
  id: label,
  label,
  group: 'do',
  run: () => {},
  ...more,
});

describe('the palette', () => {
  test('finds acts by words in any order and width, and keeps those that have to wait', () => {
    const acts = [act('Approve…'), act('Hold…', { why: 'not now' }), act('案件一覧')];
    expect(actsLike(acts, 'appr').map(({ id }) => id)).toEqual(['Approve…']);
    expect(actsLike(acts, 'HOLD').map(({ why }) => why)).toEqual(['not now']);
    expect(actsLike(acts, 'ＡＰＰＲ').map(({ id }) => id)).toEqual(['Approve…']);
    expect(actsLike(acts, '一覧')).toHaveLength(1);
    expect(actsLike(acts, '')).toHaveLength(3);
  });

  test('leaves out what makes sense by its keys only', () => {
    expect(actsLike([act('Next row', { inPalette: false })], '')).toEqual([]);
  });

  test('reads hits, and passes over what it does not know', () => {
    const hits = [
      { kind: 'hash', value: '0xab', what: '5 WBTC', number: 'R-26-000001' },
      { kind: 'comet', value: 'x', what: '', number: null },
      {},
    ];
    expect(hitsOf({ hits })).toEqual([
      { kind: 'hash', value: '0xab', what: '5 WBTC', number: 'R-26-000001' },
      { kind: 'case', value: 'x', what: '', number: null },
    ]);
    expect(hitsOf({})).toEqual([]);
  });

  test('asks the server only with something to look for', () => {
    expect(isWorthFinding(' ab ')).toBe(false);
    expect(isWorthFinding('R-2')).toBe(true);
  });
});
