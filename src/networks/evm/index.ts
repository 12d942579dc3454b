export { type Broadcast, broadcast, hashOfRaw } from './broadcast.ts';
export {
  buildTransferCall,
  type TransferCall,
  type TransferOrder,
} from './build-transfer-call.ts';
export { type CallAnswer, callContract } from './call-contract.ts';
export { decodeLogs, type LoggedTransfer, type RawLog } from './decode-logs.ts';
export { type Arrival, type ArrivalsWindow, findArrivals } from './find-arrivals.ts';
export { type Followed, followTransaction } from './follow-transaction.ts';
export { estimateTransferGas, type FeeQuote, quoteFees } from './quote-fees.ts';
export { type AddressFacts, readAddressFacts } from './read-address-facts.ts';
export { readBalance, readNonce } from './read-balance.ts';
export { readToken, type TokenFacts } from './read-token.ts';
export { type ReadingOptions, readTransaction } from './read-transaction.ts';
export { type Simulation, simulateTransfer } from './simulate-transfer.ts';
