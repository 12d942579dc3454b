export { type Converted, convert } from './convert.ts';
export { feeProblems } from './problems.ts';
export { type FeeProblem, type FeeQuestion, quoteFee } from './quote-fee.ts';
export { readSchedule, scheduleFile } from './read-schedule.ts';
export type {
  FeeBecause,
  FeeCharge,
  FeeModel,
  FeeQuote,
  FeeRule,
  FeeSchedule,
  Rate,
} from './schedule.ts';
export { standardSchedule } from './standard-schedule.ts';
