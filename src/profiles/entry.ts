import type { Entry } from './profile.ts';

/** When the first edition of all profiles was looked up, and by whom. */
const firstEdition = {
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  verifiedOn: '2026-11-20',
  verifiedBy: 'Kaeru maintainers (not legal advice)',
} as const;

/** An entry of the first edition; a later one states its own days. */
export function entry<T>(
  rule: string,
  value: T,
  source: string,
  sure: Entry<T>['sure'],
  days: Partial<typeof firstEdition> = {},
): Entry<T> {
  return { rule, value, source, ...firstEdition, ...days, sure };
}
