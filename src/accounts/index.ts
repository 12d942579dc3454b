export {
  type Control,
  type Customer,
  type CustomerId,
  type DepositAddress,
  type ExchangeCustomerId,
  exchangeCustomerId,
  type Interval,
  isWithin,
  type ListedAsset,
  type OwnAddress,
  type Owners,
} from './account.ts';
export { ensureCustomer } from './ensure-customer.ts';
export { findCustomer, findExchangeCustomer } from './find-customer.ts';
export { followChanges } from './follow-changes.ts';
export { importAccounts, importAssets } from './import-accounts.ts';
export { type ImportProgress, importProgress } from './import-progress.ts';
export { listedAssets } from './listed-assets.ts';
export { addressesOf, ownAddresses, ownersOf } from './owners-of.ts';
export { type AccountsProblem, accountsProblems } from './problems.ts';
export type {
  AccountPage,
  AccountRecord,
  AccountSource,
  AssetTerms,
  ChangePage,
} from './source.ts';
