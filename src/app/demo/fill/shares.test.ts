import { expect, test } from 'vitest';
import { type ClaimState, claimStates } from '../../../recovery/index.ts';
import { missing } from './shares.ts';

const states = Object.keys(claimStates) as ClaimState[];

test('every state is made in both languages, as evenly as can be', () => {
  const made = missing(states.length * 2, () => 0);
  const named = made.map(({ state, language }) => `${state} ${language}`);
  expect(new Set(named).size).toBe(states.length * 2);
});

test('a second run makes only what is missing', () => {
  expect(missing(100, () => 3)).toHaveLength(Math.max(0, 100 - 3 * 2 * states.length));
  expect(missing(10, () => 1)).toEqual([]);
  const rest = missing(states.length * 2, ({ state }) => (state === 'held' ? 0 : 1));
  expect(rest.map(({ state }) => state)).toEqual(['held', 'held']);
  const crowded = missing(states.length * 2, ({ state }) => (state === 'held' ? 0 : 9));
  expect(crowded.map(({ state }) => state)).toEqual(['held', 'held']);
});

test('few are returned, however many cases there are: each is paid on chain', () => {
  const made = missing(5_000, () => 0);
  expect(made).toHaveLength(5_000);
  expect(made.filter(({ state }) => state === 'returned')).toHaveLength(12);
});
