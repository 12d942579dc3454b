import { addBusinessDays, dayOf } from '../../profiles/index.ts';
import type { DescribedClaim } from '../describe-claim.ts';
import type { Option } from '../options/index.ts';

/** Days over the exchange's calendar: when two people have checked, and when it arrives. */
export interface ExpectedDays {
  /** The day that they are counted from. */
  readonly start: string;
  readonly checkedBy: string;
  readonly sentBy: string;
  readonly from: string;
  readonly to: string;
}

/**
 * When an option would arrive if it were taken now; for the one that was taken, counted from then. The
 * number of business days is the price list's (`FeeRule.days`). Null for what has no date.
 */
export function daysOf(
  { claim, now, calendar }: Pick<DescribedClaim, 'claim' | 'now' | 'calendar'>,
  option: Pick<Option, 'kind' | 'fee'>,
): ExpectedDays | null {
  const days = option.fee?.days;
  if (!days) return null;
  const taken = claim.choice?.option === option.kind ? claim.choice.at : null;
  const start = dayOf(calendar, taken ?? now);
  const from = addBusinessDays(calendar, start, days.min);
  const to = addBusinessDays(calendar, start, days.max);
  const next = addBusinessDays(calendar, start, 1);
  const checkedBy = next < to ? next : to;
  return { start, checkedBy, sentBy: from > checkedBy ? from : checkedBy, from, to };
}
