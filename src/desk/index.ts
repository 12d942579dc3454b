export { type Act, type ActName, actNames, actsFor } from './acts.ts';
export { type CaseChange, changesAfter, newestChange } from './changes.ts';
export { maskedCustomer } from './masked-customer.ts';
export { type NextAct, nextActFor } from './next-act.ts';
export {
  type Reader,
  readWorklist,
  type WorklistQuery,
  type WorklistRow,
  type WorklistSort,
  worklistSorts,
} from './read-worklist.ts';
export { type ShownAsset, shownAmount, shownAs } from './shown-amount.ts';
export {
  columnIds,
  type WorklistCluster,
  type WorklistColumn,
  worklistClusters,
  worklistColumns,
} from './worklist-columns.ts';
export { type WorklistView, worklistViews } from './worklist-filter.ts';
