export { advancePayment } from './advance-payment.ts';
export { paymentsActor } from './change-payment.ts';
export { countPayments } from './count-payments.ts';
export { creditPlanDigest, describeCreditPlan } from './credit-plan.ts';
export { type DecideStoppedCode, decideStopped } from './decide-stopped.ts';
export {
  type Approvals,
  type Chains,
  type CreditPlan,
  type Payment,
  type PaymentContext,
  type PaymentId,
  type PaymentLine,
  type PaymentState,
  readLines,
  readPayment,
  type StillOwed,
  type Stopped,
} from './payment.ts';
export { paymentsProblems } from './problems.ts';
export { resumePayments } from './resume-payments.ts';
export { type SentTime, sentTimes } from './sent-times.ts';
export { type StartPaymentInput, startPayment } from './start-payment.ts';
export { advanceJob } from './steps.ts';
