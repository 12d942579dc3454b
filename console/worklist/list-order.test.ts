import { describe, expect, test } from 'vitest';
import type { WorklistRow } from '../api/shapes.ts';
import { holdOrder } from './list-order.ts';

function row(number: string, version = 1, updatedAt = '2026-11-22T01:00:00.000Z'): WorklistRow {
  return { number, version, updatedAt } as WorklistRow;
}

const numbersOf = (list: ReturnType<typeof holdOrder>) =>
  list.shown.map(({ row: { number } }) => number);

describe('a list that is being looked at', () => {
  test('keeps its order, whatever comes or goes', () => {
    const held = [row('a'), row('b'), row('c')];
    const list = holdOrder(held, [row('new'), row('c'), row('a')], true);
    expect(numbersOf(list)).toEqual(['a', 'b', 'c']);
    expect(list.newer).toBe(1);
    expect(list.shown.map(({ left }) => left)).toEqual([false, true, false]);
  });

  test('shows a row as it is now, and says that it changed', () => {
    const list = holdOrder([row('a', 1)], [row('a', 2)], true);
    expect(list.shown[0]).toMatchObject({ row: { version: 2 }, changed: true, left: false });
    const old = holdOrder([row('a', 3)], [row('a', 2)], true);
    expect(old.shown[0]).toMatchObject({ row: { version: 3 }, changed: false });
  });

  test('of a mere beginning, only what has changed since counts as newer', () => {
    const held = [row('a'), row('b')];
    const latest = [row('later', 2, '2026-11-22T02:00:00.000Z'), row('further down')];
    const list = holdOrder(held, latest, false);
    expect(list.newer).toBe(1);
    expect(list.shown.every(({ left }) => !left)).toBe(true);
  });
});
