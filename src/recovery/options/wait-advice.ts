import type { Option, WaitAdvice, WaitReason, Wishes } from './option.ts';

/** From this share of what is received on, a fee is worth waiting for: 5 %. */
export const worthWaitingBasisPoints = 500n;

/**
 * Whether to recommend waiting: to those who are not in a hurry or mind the fee, and where the fee is
 * more than a twentieth of what arrives. Only where waiting is possible and would save something.
 * Null when it is not recommended.
 */
export function waitAdvice(options: readonly Option[], wishes: Wishes): WaitAdvice | null {
  const wait = options.find((option) => option.kind === 'wait');
  if (!wait?.permitted) return null;
  const because = reasons(options, wishes);
  if (because.length === 0) return null;
  return { because, clauses: ['cannot_promise_when', 'cannot_promise_whether'] };
}

function reasons(options: readonly Option[], wishes: Wishes): WaitReason[] {
  const best = options.find((option) => option.preselected && option.kind !== 'wait');
  if (!best) {
    const tooDear = options.some((option) => option.whyNot?.code === 'fee_exceeds_value');
    return tooDear ? ['fee_exceeds_value'] : [];
  }
  if (best.fee === null || best.fee.total.units === 0n) return [];
  const found: WaitReason[] = [];
  if (wishes.hurry === 'no') found.push('not_in_a_hurry');
  if (wishes.sensitiveToFees) found.push('sensitive_to_fees');
  if ((best.fee.shareBasisPoints ?? 0n) > worthWaitingBasisPoints) found.push('fee_above_share');
  return found;
}
