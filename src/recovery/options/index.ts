export {
  type Need,
  type Option,
  type OptionKind,
  optionKinds,
  type Quote,
  type WaitAdvice,
  type WhyNot,
  type WhyNotCode,
  type Wishes,
} from './option.ts';
