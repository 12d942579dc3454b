export { type Act, type ActName, actNames, actsFor } from './acts.ts';
export type { CaseDiagnosis } from './case-diagnosis.ts';
export type { CaseMoney } from './case-money.ts';
export type { CasePayment } from './case-payment.ts';
export type { CasePlan } from './case-plan.ts';
export type { CaseTransfer } from './case-transfers.ts';
export { type CaseChange, changesAfter, newestChange } from './changes.ts';
export { maskedCustomer } from './masked-customer.ts';
export { type NextAct, nextActFor } from './next-act.ts';
export { type CasePage, readCasePage } from './read-case-page.ts';
export {
  type Reader,
  readWorklist,
  type WorklistQuery,
  type WorklistRow,
  type WorklistSort,
  worklistSorts,
} from './read-worklist.ts';
export { type ShownAsset, shownAmount, shownAs } from './shown-amount.ts';
export { choiceWords, outcomeWords, roleWords, stateWords } from './state-words.ts';
export { reasonTitle, whatHappened } from './what-words.ts';
export {
  columnIds,
  type WorklistCluster,
  type WorklistColumn,
  worklistClusters,
  worklistColumns,
} from './worklist-columns.ts';
export { type WorklistView, worklistViews } from './worklist-filter.ts';
