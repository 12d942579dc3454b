import {
  type Amount,
  type AssetId,
  amount,
  type Rounding,
  scale,
  unitsMax,
} from '../../money/index.ts';
import { invariant } from '../../std/index.ts';
import type { Rate } from './schedule.ts';

export interface Converted {
  readonly amount: Amount;
  /** The rates that were used, as they were used. */
  readonly rates: readonly Rate[];
}

/**
 * What an amount is in another asset: by a rate between the two in either direction, or over one
 * asset in between. Rounded once, at the end. Null when no rate leads there, or none that can be right.
 */
export function convert(
  value: Amount,
  to: AssetId,
  rates: readonly Rate[],
  rounding: Rounding,
): Converted | null {
  if (value.asset === to) return { amount: value, rates: [] };
  const way = wayTo(value.asset, to, rates);
  if (way === null) return null;
  const numerator = way.reduce((product, rate) => product * rate.numerator, 1n);
  const denominator = way.reduce((product, rate) => product * rate.denominator, 1n);
  const units = scale(value.units, numerator, denominator, rounding);
  // No asset has that many units: such a rate is wrong, and a wrong rate is as good as none.
  return units <= unitsMax ? { amount: amount(to, units), rates: way } : null;
}

function wayTo(from: AssetId, to: AssetId, rates: readonly Rate[]): readonly Rate[] | null {
  const usable = [...rates, ...rates.flatMap(turned)];
  const direct = usable.find((rate) => rate.from === from && rate.to === to);
  if (direct) return [direct];
  for (const first of usable.filter((rate) => rate.from === from)) {
    const second = usable.find((rate) => rate.from === first.to && rate.to === to);
    if (second) return [first, second];
  }
  return null;
}

/** A price of nothing can't be turned round. */
function turned(rate: Rate): Rate[] {
  invariant(rate.denominator > 0n && rate.numerator >= 0n, 'a rate is not negative');
  if (rate.numerator === 0n) return [];
  return [
    {
      ...rate,
      from: rate.to,
      to: rate.from,
      numerator: rate.denominator,
      denominator: rate.numerator,
    },
  ];
}
