export { acceptHandover } from './accept-handover.ts';
export { contractDocument } from './contract-document.ts';
export type {
  ActionFailure,
  AddressOwners,
  ChargeFailure,
  CreditFailure,
  CustomerDetails,
  Exchange,
  ExchangeCode,
  ExchangeCredit,
  ExchangeFailure,
  Price,
  Reason,
  Receipt,
  Restrictable,
} from './exchange.ts';
export { type ExchangeClientOptions, exchangeClient } from './exchange-client.ts';
export { exchangeProblems } from './problems.ts';
export { type RevealProblem, revealCustomer } from './reveal-customer.ts';
export type { RequestKey } from './sign-request.ts';
export {
  type Handover,
  type HandoverCode,
  type HandoverIssuer,
  type HandoverSigner,
  verifyHandover,
} from './verify-handover.ts';
