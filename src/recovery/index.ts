export { appeal, decideAppeal } from './appeal.ts';
export {
  type ApprovePlansCode,
  type ApprovePlansInput,
  approvalsMin,
  approvePlans,
  type DecidingContext,
} from './approve-plan.ts';
export { challengeWallet, type WalletChallenge } from './challenge-wallet.ts';
export { chargeFee, invoiceNumberOf } from './charge-fee.ts';
export { type ChooseCode, type ChooseInput, type ChoosingContext, choose } from './choose.ts';
export {
  type Claim,
  type ClaimNumber,
  type ClaimPlan,
  type PlanSimulation,
  readClaim,
} from './claim.ts';
export type { House, RecoveryContext } from './context.ts';
export { type CorrectDiagnosisInput, correctDiagnosis } from './correct-diagnosis.ts';
export { countClaims } from './count-claims.ts';
export { type DescribedClaim, type DescribedLine, describeClaim } from './describe-claim.ts';
export type { DeskStepCode, DeskStepInput } from './desk-step.ts';
export * from './diagnosis/index.ts';
export { type Draft, dropDraft, readDraft, type SavedDraft, saveDraft } from './draft.ts';
export type { Evidence } from './evidence.ts';
export { type FeeSchedule, standardSchedule } from './fees/index.ts';
export { type FileClaimInput, type FiledClaim, fileClaim } from './file-claim.ts';
export { type Focus, focusOn } from './focus-on.ts';
export { type Hints, noHints } from './hints.ts';
export { holdClaim, releaseClaim } from './hold-claim.ts';
export { feeJob, lookJob, planJob } from './jobs.ts';
export { readFacts } from './keep-facts.ts';
export { keepWord } from './keep-word.ts';
export {
  type ClaimCursor,
  type Cluster,
  listClaims,
  listClusters,
  listOwnClaims,
} from './list-claims.ts';
export { look, recoveryActor } from './look.ts';
export { claimWordings, subjectOfMessage } from './messages.ts';
export { offerCompensation } from './offer-compensation.ts';
export { recoveryHearsPayments } from './on-payment.ts';
export {
  needWords,
  type Option,
  type OptionKind,
  optionKinds,
  optionWords,
  type Quote,
  quoteDigest,
  waitAdviceWords,
  waitWords,
  whyNotWords,
} from './options/index.ts';
export { preparePlan } from './prepare-plan.ts';
export { recoveryProblems } from './problems.ts';
export { type ProveWalletCode, proveWallet, type WalletProof } from './prove-wallet.ts';
export { readOwnClaim } from './read-own-claim.ts';
export { recordConsent } from './record-consent.ts';
export { refuseClaim } from './refuse-claim.ts';
export { rejectPlan } from './reject-plan.ts';
export { resumeClaims } from './resume-claims.ts';
export { listSeenDeposits, type SeenDeposit, type SeenDeposits } from './seen-deposits.ts';
export {
  type ClaimState,
  type ClaimStep,
  claimStates,
  isClosed,
  nextState,
  stepsFrom,
  type Turn,
} from './states.ts';
export { paymentStillOwed, stillOwed } from './still-owed.ts';
export * from './telling/index.ts';
export { typedStatement } from './verify-signature.ts';
export { whoChanged } from './who-changed.ts';
export { takeUpClaim, withdrawClaim } from './withdraw-claim.ts';
