export { balanceOf } from './balance-of.ts';
export {
  type Account,
  type AccountKind,
  accountOfCode,
  chainAddress,
  chart,
  compensationExpense,
  consumptionTaxPayable,
  exchangeClearing,
  exchangeReceivable,
  gasWallet,
  networkFeeExpense,
  owedToClaim,
  recoveryFeeIncome,
} from './chart.ts';
export { bookedAgain } from './edition.ts';
export type { Entry, EntryId, Transfer } from './entry.ts';
export { type BookedEntry, findEntry, timesReversed } from './find-entry.ts';
export { type Posted, type PostRefusal, post } from './post.ts';
export { ledgerProblems } from './problems.ts';
export { type ReversalRefusal, reverseEntry } from './reverse-entry.ts';
export { type Statement, type StatementLine, type StatementPage, statement } from './statement.ts';
export * from './templates/index.ts';
export { type TrialBalance, trialBalance } from './trial-balance.ts';
