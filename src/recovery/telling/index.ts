export { daysOf, type ExpectedDays } from './dates.ts';
export { claimFamilies, type Family, familyOf } from './families.ts';
export type { Place } from './journey.ts';
export { optionExplains } from './option-explains.ts';
export { type Arrival, optionInView, type Step, type StepId } from './progress.ts';
export { hasLetter, hasReceipt, type ToldClaim, tellClaim } from './tell-claim.ts';
export { amountOf, daysText, dayText, grouped, type Told, thingOf } from './values.ts';
