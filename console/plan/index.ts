export { checkPlan } from './check-plan.ts';
export { checksum } from './checksum.ts';
export { decodeLine, type Moves } from './decode-line.ts';
export { challengeOf, digestOf, digestOfAll } from './digest.ts';
export type { Check, CheckCode, CheckedPlan, Measure, SentPlan } from './measure.ts';
export type { AnyPlan, CreditPlan, PlanLine, ReturnPlan } from './plan.ts';
export { readPlan } from './read-plan.ts';
export { tellPlan } from './tell-plan.ts';
