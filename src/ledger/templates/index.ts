/** Every movement of money that Kaeru knows, one file each. An auditor can read this listing. */
export { type CompensationCredited, compensationCredited } from './compensation-credited.ts';
export { type CreditToCustomer, creditToCustomer } from './credit-to-customer.ts';
export { type FeeChargedInFiat, feeChargedInFiat } from './fee-charged-in-fiat.ts';
export { type FeeInKind, feeInKind } from './fee-in-kind.ts';
export { type FeeSwept, feeSwept } from './fee-swept.ts';
export { type FoundOnChain, foundOnChain, foundOnChainKey } from './found-on-chain.ts';
export { type FoundReversed, foundReversed } from './found-reversed.ts';
export { type GasFunded, gasFunded } from './gas-funded.ts';
export { type NetworkFeeSpent, networkFeeSpent } from './network-fee-spent.ts';
export { type ReturnSettled, returnSettled } from './return-settled.ts';
export { reverse } from './reverse.ts';
