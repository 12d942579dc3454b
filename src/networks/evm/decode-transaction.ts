import type { Address, TxHash } from '../address.ts';
import type { RawLog } from './decode-logs.ts';
import { addressIn, bytesIn, count, fieldsOf, hashIn, quantity } from './hex.ts';

/** A transaction as the node sent it, checked. */
export interface RawTransaction {
  readonly hash: TxHash;
  readonly from: Address;
  readonly to: Address | null;
  readonly nonce: number;
  readonly value: bigint;
  readonly input: `0x${string}`;
  readonly gas: bigint;
  readonly gasPrice: bigint;
  readonly blockHash: TxHash | null;
}

/** A receipt as the node sent it, checked. `dataFee` is what op-stack nodes call `l1Fee`. */
export interface RawReceipt {
  readonly hash: TxHash;
  readonly blockHash: TxHash;
  readonly blockNumber: bigint;
  readonly succeeded: boolean;
  readonly gasUsed: bigint;
  readonly gasPrice: bigint;
  readonly dataFee: bigint;
  readonly created: Address | null;
  readonly logs: readonly RawLog[];
}

/** What a transfer costs that runs no code (Yellow Paper, G_transaction). */
export const plainTransferGas = 21_000n;

/** Reads a transaction's object; null when it is not one, or is of another hash. */
export function decodeTransaction(value: unknown, hash: TxHash): RawTransaction | null {
  const fields = fieldsOf(value);
  if (!fields || hashIn(fields['hash']) !== hash) return null;
  const from = addressIn(fields['from']);
  const to = nullable(fields['to'], addressIn);
  const blockHash = nullable(fields['blockHash'], hashIn);
  const nonce = count(fields['nonce']);
  const amount = quantity(fields['value']);
  const input = bytesIn(fields['input'] ?? fields['data']);
  const gas = quantity(fields['gas']);
  if (from === null || to === undefined || blockHash === undefined) return null;
  if (nonce === null || amount === null || input === null || gas === null) return null;
  const gasPrice = quantity(fields['gasPrice']) ?? quantity(fields['maxFeePerGas']) ?? 0n;
  return { hash, from, to, nonce, value: amount, input, gas, gasPrice, blockHash };
}

/** Reads the receipt of `transaction`; null when it is malformed or of another transaction. */
export function decodeReceipt(value: unknown, transaction: RawTransaction): RawReceipt | null {
  const fields = fieldsOf(value);
  if (!fields || hashIn(fields['transactionHash']) !== transaction.hash) return null;
  const blockHash = hashIn(fields['blockHash']);
  const blockNumber = quantity(fields['blockNumber']);
  const gasUsed = quantity(fields['gasUsed']);
  const created = nullable(fields['contractAddress'], addressIn);
  if (blockHash === null || blockNumber === null || gasUsed === null || created === undefined) {
    return null;
  }
  const logs = decodeReceiptLogs(fields['logs'], transaction.hash, blockHash);
  if (logs === null) return null;
  const succeeded = statusOf(fields['status'], transaction, gasUsed, logs.length);
  if (succeeded === null || (!succeeded && logs.length > 0)) return null;
  if (succeeded && transaction.to === null && created === null) return null;
  return {
    hash: transaction.hash,
    blockHash,
    blockNumber,
    succeeded,
    gasUsed,
    gasPrice: quantity(fields['effectiveGasPrice']) ?? transaction.gasPrice,
    dataFee: quantity(fields['l1Fee']) ?? 0n,
    created,
    logs,
  };
}

/**
 * 1 or 0 since Byzantium (EIP-658). Receipts before it carry no status: failure then took all gas
 * and left no log. Null when neither can be told.
 */
function statusOf(
  status: unknown,
  transaction: RawTransaction,
  gasUsed: bigint,
  logs: number,
): boolean | null {
  if (status !== undefined && status !== null) {
    const read = quantity(status);
    return read === 1n ? true : read === 0n ? false : null;
  }
  if (logs > 0 || gasUsed < transaction.gas || gasUsed === plainTransferGas) return true;
  return null;
}

/** All logs of a receipt in their order; null when one is malformed or of another transaction. */
function decodeReceiptLogs(value: unknown, hash: TxHash, blockHash: TxHash): RawLog[] | null {
  if (!Array.isArray(value)) return null;
  const logs: (RawLog & { index: number })[] = [];
  for (const item of value) {
    const fields = fieldsOf(item);
    const log = fields && decodeLog(fields);
    if (!log || fields['removed'] === true) return null;
    if (hashIn(fields['transactionHash']) !== hash) return null;
    if (hashIn(fields['blockHash']) !== blockHash) return null;
    logs.push(log);
  }
  logs.sort((a, b) => a.index - b.index);
  // Two logs at one place in the block would make their ordinals a matter of chance.
  return logs.some((log, at) => at > 0 && logs[at - 1]?.index === log.index) ? null : logs;
}

function decodeLog(fields: Readonly<Record<string, unknown>>): (RawLog & { index: number }) | null {
  const token = addressIn(fields['address']);
  const data = bytesIn(fields['data']);
  const index = count(fields['logIndex']);
  const given = fields['topics'];
  if (token === null || data === null || index === null || !Array.isArray(given)) return null;
  const topics = given.map(hashIn);
  if (topics.length > 4 || topics.includes(null)) return null;
  return { address: token, topics: topics as string[], data, index };
}

/** Null stays null; what the reader refuses is undefined. */
function nullable<T>(value: unknown, read: (value: unknown) => T | null): T | null | undefined {
  if (value === null || value === undefined) return null;
  return read(value) ?? undefined;
}
