export { decodeLogs, type LoggedTransfer, type RawLog } from './decode-logs.ts';
export { type ReadingOptions, readTransaction } from './read-transaction.ts';
