export type {
  FeeBecause,
  FeeCharge,
  FeeCondition,
  FeeModel,
  FeeQuote,
  FeeRule,
  FeeSchedule,
  Rate,
} from './schedule.ts';
