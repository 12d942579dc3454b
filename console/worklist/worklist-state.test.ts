import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFiltered, readWorklistSearch } from './worklist-state.ts';

describe('the address of a list', () => {
  test('what is usual is left out, what is asked for stays', () => {
    expect(readWorklistSearch({})).toEqual({});
    expect(readWorklistSearch({ view: 'mine', sort: 'due' })).toEqual({});
    const asked = { view: 'all', turn: 'customer', state: 'quoted', q: 'WBTC', sort: 'value' };
    expect(readWorklistSearch(asked)).toEqual(asked);
  });

  test('what was typed may look like a number', () => {
    expect(readWorklistSearch({ q: 4823 })).toEqual({ q: '4823' });
    expect(readWorklistSearch({ q: '  R-26-000001 ' })).toEqual({ q: 'R-26-000001' });
    expect(readWorklistSearch({ q: '' })).toEqual({});
  });

  test('a spoilt address still opens a list', () => {
    expect(readWorklistSearch({ view: 'yours', sort: 7, turn: '<b>', state: ['a'] })).toEqual({});
    expect(readWorklistSearch({ q: 'x'.repeat(1_000) }).q).toHaveLength(200);
  });

  test('reading what was read changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.string(), (search, q) => {
        let once: ReturnType<typeof readWorklistSearch>;
        try {
          once = readWorklistSearch({ ...search, q });
        } catch {
          return; // Objects that cannot become text do not come out of an address.
        }
        expect(readWorklistSearch({ ...once })).toEqual(once);
      }),
    );
  });

  test('a view alone narrows nothing', () => {
    expect(isFiltered({ view: 'all', sort: 'age' })).toBe(false);
    expect(isFiltered({ q: 'x' })).toBe(true);
    expect(isFiltered({ state: 'held' })).toBe(true);
  });
});
