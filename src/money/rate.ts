import { invariant } from '../std/index.ts';

/** Which way a division that does not come out even goes. Always named by the caller. */
export type Rounding = 'down' | 'up';

/** units x numerator / denominator, in whole units. */
export function scale(
  units: bigint,
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding,
): bigint {
  invariant(denominator > 0n, 'a denominator is positive');
  invariant(units >= 0n && numerator >= 0n, 'amounts and rates are not negative');
  const product = units * numerator;
  const quotient = product / denominator;
  return rounding === 'up' && product % denominator !== 0n ? quotient + 1n : quotient;
}

/** One hundredth of a percent. */
export const basisPoints = 10_000n;

/**
 * Splits `units` over `weights` in proportion, to the last unit: the units that rounding leaves go to
 * the largest remainders, ties to the earlier weight. The parts always sum to `units`.
 */
export function splitProRata(units: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  invariant(total > 0n, 'at least one weight is positive');
  invariant(
    weights.every((weight) => weight >= 0n),
    'weights are not negative',
  );
  const parts = weights.map((weight) => (units * weight) / total);
  let left = units - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (units * weight) % total }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}
