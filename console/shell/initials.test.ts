import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['R. Ito', 'RI'],
  ['高橋', '高橋'],
  ['佐藤 Sato', '佐藤'],
  ['佐藤 真', '佐真'],
  ['森', '森'],
  ['', ''],
])('%s is marked %s', (name, mark) => {
  expect(initialsOf(name)).toBe(mark);
});
