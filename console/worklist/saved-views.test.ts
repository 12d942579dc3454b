import { expect, test } from 'vitest';
import { readSavedViews } from './saved-views.ts';

test('kept views are read as addresses are, and spoilt ones left out', () => {
  expect(readSavedViews(null)).toEqual([]);
  expect(readSavedViews('{')).toEqual([]);
  expect(readSavedViews('{"name":"x"}')).toEqual([]);
  const kept = [
    { name: 'held', search: { view: 'all', state: 'held', other: 1 } },
    null,
    { name: '', search: {} },
    { name: 'no search' },
    { name: 'x'.repeat(90), search: { view: 'nonsense' } },
  ];
  expect(readSavedViews(JSON.stringify(kept))).toEqual([
    { name: 'held', search: { view: 'all', state: 'held' } },
    { name: 'x'.repeat(40), search: {} },
  ]);
});
