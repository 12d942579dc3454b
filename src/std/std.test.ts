import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, clockAt, fromStoredJson, hourMs, later, toStoredJson } from './index.ts';

describe('stored JSON', () => {
  test('gives back bigints and dates as they were, at any depth', () => {
    const leaf = fc.oneof(
      fc.bigInt(),
      fc.date({ noInvalidDate: true }),
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const names = fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__');
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('node')),
        fc.dictionary(names, tie('node'), { noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (one) => {
        expect(fromStoredJson(JSON.parse(toStoredJson(one)))).toEqual(one);
      }),
    );
  });
});

describe('canonical JSON', () => {
  test('has one text for a value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, 'ü'], a: { d: null, c: true } })).toBe(
      '{"a":{"c":true,"d":null},"b":[1,"ü"]}',
    );
  });

  test('refuses numbers that could be written two ways', () => {
    for (const number of [0.1, Number.NaN, 2 ** 53]) {
      expect(() => canonicalJson(number)).toThrow('safe integer');
    }
  });
});

describe('clock', () => {
  test('a clock for tests stands still until it is moved', () => {
    const clock = clockAt('2026-11-22T03:00:00.000Z');
    clock.advance(hourMs);
    expect(clock.now()).toEqual(later(new Date('2026-11-22T03:00:00.000Z'), hourMs));
  });
});
