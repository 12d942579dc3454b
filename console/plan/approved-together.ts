import type { CasePlan } from '../case/case.ts';

/**
 * The digests that an earlier approver of this plan signed together; null: nobody yet. Approvals of
 * different sets do not add up, so the next one has to sign the very same.
 */
export function approvedTogether(plan: Pick<CasePlan, 'approvals'>): readonly string[] | null {
  const [first] = plan.approvals;
  return first ? [...first.together].sort() : null;
}

/** Whether these digests are what the earlier approver signed, no more and no fewer. */
export function isSameSet(set: readonly string[], digests: readonly string[]): boolean {
  return [...digests].sort().join(' ') === [...set].sort().join(' ');
}
