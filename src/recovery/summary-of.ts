import { jpy } from '../money/index.ts';
import type { Claim } from './claim.ts';
import { topReason } from './conclude.ts';
import { focusOn } from './focus-on.ts';

/** The columns by which cases are listed, searched and sorted. */
export interface ClaimSummary {
  readonly reason_code: string | null;
  readonly found_asset: string | null;
  readonly found_units: bigint | null;
  readonly found_symbol: string | null;
  readonly found_decimals: number | null;
  /** Whole yen, rounded down; null where nobody had a price. */
  readonly worth_yen: bigint | null;
  readonly involved: string[];
}

/** A claim in the columns of the desk's list: what decided, what was found, and who may not decide. */
export function summaryOf(claim: Claim): ClaimSummary {
  const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
  const reason = claim.correction ?? (claim.diagnosis ? topReason(claim.diagnosis, focus) : null);
  const { asset, amount, symbol, decimals } = focus?.transfer ?? {};
  return {
    reason_code: reason?.code ?? null,
    found_asset: asset ?? null,
    found_units: amount ?? null,
    found_symbol: symbol ?? null,
    found_decimals: decimals ?? null,
    worth_yen: worthInYen(claim, asset, amount),
    involved: involvedIn(claim),
  };
}

function worthInYen(
  { quote }: Claim,
  asset: string | undefined,
  units: bigint | undefined,
): bigint | null {
  const rate = quote?.prices?.find((one) => one.from === asset && one.to === jpy.id);
  return rate && units !== undefined ? (units * rate.numerator) / rate.denominator : null;
}

/** Of a plan: who asked for it. Of an appeal: who refused before, or judged an earlier appeal. */
function involvedIn(claim: Claim): string[] {
  const { plan, choice, correction, closure, appeal } = claim;
  const people =
    claim.state === 'appealed'
      ? [closure?.by, correction?.by, ...(appeal?.deciders ?? [])]
      : [plan?.plan.requester, choice?.by, correction?.by];
  return [...new Set(people.flatMap((one) => one ?? []))];
}
