export { type Act, type ActName, actNames, actsFor } from './acts.ts';
export { addNote } from './add-note.ts';
export type { CaseDiagnosis } from './case-diagnosis.ts';
export type { CaseMoney } from './case-money.ts';
export type { CasePayment } from './case-payment.ts';
export type { CasePlan } from './case-plan.ts';
export type { CaseTransfer } from './case-transfers.ts';
export { type CaseChange, ChangesHeard, caseMark, newestChange } from './changes.ts';
export { type AuditRow, listAuditEntries } from './list-audit-entries.ts';
export { maskedCustomer } from './masked-customer.ts';
export { type NextAct, nextActFor } from './next-act.ts';
export { type Here, sayEditing, seeGone, seeHere, whoIsHere } from './presence.ts';
export { deskProblems } from './problems.ts';
export { type CasePage, readCasePage } from './read-case-page.ts';
export { type Reference, readReference } from './read-reference.ts';
export {
  type Reader,
  readWorklist,
  type WorklistQuery,
  type WorklistRow,
  type WorklistSort,
  worklistSorts,
} from './read-worklist.ts';
export { type Revealed, revealCase } from './reveal-case.ts';
export { type Hit, searchDesk } from './search-desk.ts';
export { type ShownAsset, shownAmount, shownAs } from './shown-amount.ts';
export { snoozeCase } from './snooze-case.ts';
export { choiceWords, outcomeWords, roleWords, stateWords } from './state-words.ts';
export { type Colleague, listColleagues, takeCase } from './take-case.ts';
export { reasonTitle, whatHappened } from './what-words.ts';
export {
  columnIds,
  type WorklistCluster,
  type WorklistColumn,
  worklistClusters,
  worklistColumns,
} from './worklist-columns.ts';
export { type WorklistView, worklistViews } from './worklist-filter.ts';
