import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amount,
  assetId,
  formatUnits,
  jpy,
  parseUnits,
  scale,
  splitProRata,
  subtract,
} from './index.ts';

describe('money', () => {
  test('prints every digit and no more', () => {
    expect(formatUnits(500_000_000n, 8)).toBe('5');
    expect(formatUnits(1n, 18)).toBe('0.000000000000000001');
    expect(formatUnits(33_000n, 0)).toBe('33000');
  });

  test('reads back what it prints, for any units and decimals', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 256n - 1n),
        fc.integer({ min: 0, max: 30 }),
        (units, decimals) => {
          expect(parseUnits(formatUnits(units, decimals), decimals)).toBe(units);
        },
      ),
    );
  });

  test('refuses what is not a plain number', () => {
    for (const text of ['', '-1', '1e3', '1,000', '１', '0x10', '1.', '.5', '1.123456789']) {
      expect(parseUnits(text, 8)).toBeNull();
    }
  });

  test('rounds only in the direction named', () => {
    expect(scale(10n, 1n, 3n, 'down')).toBe(3n);
    expect(scale(10n, 1n, 3n, 'up')).toBe(4n);
    expect(scale(9n, 1n, 3n, 'up')).toBe(3n);
  });

  test('splits pro rata to the last unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 200n),
        fc.array(fc.bigInt(0n, 2n ** 128n), { minLength: 1, maxLength: 50 }),
        (units, weights) => {
          fc.pre(weights.some((weight) => weight > 0n));
          const parts = splitProRata(units, weights);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(units);
        },
      ),
    );
  });

  test('does not mix assets or go below zero', () => {
    const wbtc = assetId('evm:1/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599');
    expect(() => subtract(amount(wbtc, 1n), amount(jpy.id, 1n))).toThrow('do not subtract');
    expect(() => subtract(amount(wbtc, 1n), amount(wbtc, 2n))).toThrow('between 0');
    expect(() => assetId('WBTC')).toThrow('is an asset id');
  });
});
