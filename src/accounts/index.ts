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
export type {
  AccountPage,
  AccountRecord,
  AccountSource,
  AssetTerms,
  ChangePage,
} from './source.ts';
