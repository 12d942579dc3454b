export { buildQuote, type QuoteQuestion, quoteValidMs } from './build-quote.ts';
export {
  type Need,
  type Option,
  type OptionKind,
  optionKinds,
  type Quote,
  type WaitAdvice,
  type WaitReason,
  type WhyNot,
  type WhyNotCode,
  type Wishes,
} from './option.ts';
export { quoteDigest } from './quote-digest.ts';
export { worthWaitingBasisPoints } from './wait-advice.ts';
export {
  needWords,
  optionWords,
  type Words,
  waitAdviceWords,
  waitWords,
  whyNotWords,
} from './words.ts';
