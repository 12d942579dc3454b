import type { Address } from '../address.ts';
import type { TransferPath } from '../transfer.ts';

/** A log as a receipt carries it, already checked to be hex of the right sizes, in lower case. */
export interface RawLog {
  readonly address: Address;
  readonly topics: readonly string[];
  readonly data: string;
}

/** A transfer as a log tells it, before the token's symbol and decimals are known. */
export interface LoggedTransfer {
  readonly path: TransferPath;
  readonly kind: 'token' | 'nft';
  readonly token: Address;
  readonly tokenId: bigint | null;
  readonly from: Address;
  readonly to: Address;
  readonly amount: bigint;
}

/** keccak256 of `Transfer(address,address,uint256)`: ERC-20 and ERC-721. */
export const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
/** keccak256 of `TransferSingle(address,address,address,uint256,uint256)`: ERC-1155. */
export const singleTopic = '0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62';
/** keccak256 of `TransferBatch(address,address,address,uint256[],uint256[])`: ERC-1155. */
export const batchTopic = '0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb';

/** Digits of one 32-byte word. */
const wordDigits = 64;
/** The first text that is not 0x and 24 zeros: hex texts of addresses in a word come before it. */
const pastAddresses = '0x000000000000000000000001';

/**
 * Every transfer that the logs of one transaction tell of. `logs` must be all of its logs, in order:
 * a path counts them. A log that only resembles a transfer (topics or data of another size, an
 * address with dirty upper bytes) is left out; Deposit and Withdrawal of wrapped coins are not
 * transfers. Standards: ERC-20, ERC-721, ERC-1155.
 */
export function decodeLogs(logs: readonly RawLog[]): LoggedTransfer[] {
  const transfers: LoggedTransfer[] = [];
  for (let ordinal = 0; ordinal < logs.length; ordinal++) {
    const log = logs[ordinal] as RawLog;
    const topic = log.topics[0];
    if (topic === transferTopic) readTransfer(log, ordinal, transfers);
    else if (topic === singleTopic) readSingle(log, ordinal, transfers);
    else if (topic === batchTopic) readBatch(log, ordinal, transfers);
  }
  return transfers;
}

/** With three topics the data is an amount (ERC-20); with four the last one is an id (ERC-721). */
function readTransfer(log: RawLog, ordinal: number, transfers: LoggedTransfer[]): void {
  const { topics, data, address: token } = log;
  const from = addressOfWord(topics[1]);
  const to = addressOfWord(topics[2]);
  if (from === null || to === null) return;
  const path: TransferPath = `log:${ordinal}`;
  if (topics.length === 3 && data.length === 2 + wordDigits) {
    const amount = BigInt(data);
    transfers.push({ path, kind: 'token', token, tokenId: null, from, to, amount });
  } else if (topics.length === 4 && data === '0x') {
    const tokenId = BigInt(topics[3] as string);
    transfers.push({ path, kind: 'nft', token, tokenId, from, to, amount: 1n });
  }
}

function readSingle(log: RawLog, ordinal: number, transfers: LoggedTransfer[]): void {
  const { topics, data, address: token } = log;
  const from = addressOfWord(topics[2]);
  const to = addressOfWord(topics[3]);
  if (topics.length !== 4 || data.length !== 2 + 2 * wordDigits) return;
  if (from === null || to === null || addressOfWord(topics[1]) === null) return;
  const tokenId = wordAt(data, 0);
  transfers.push({
    path: `log:${ordinal}`,
    kind: 'nft',
    token,
    tokenId,
    from,
    to,
    amount: wordAt(data, 1),
  });
}

function readBatch(log: RawLog, ordinal: number, transfers: LoggedTransfer[]): void {
  const { topics, data, address: token } = log;
  const from = addressOfWord(topics[2]);
  const to = addressOfWord(topics[3]);
  if (topics.length !== 4 || from === null || to === null) return;
  if (addressOfWord(topics[1]) === null) return;
  const ids = listAt(data, 0);
  const amounts = listAt(data, 1);
  if (ids === null || amounts === null || ids.length !== amounts.length) return;
  for (let item = 0; item < ids.length; item++) {
    const tokenId = ids[item] as bigint;
    const amount = amounts[item] as bigint;
    transfers.push({
      path: `log:${ordinal}/${item}`,
      kind: 'nft',
      token,
      tokenId,
      from,
      to,
      amount,
    });
  }
}

/** The list that the head's word number `index` points to; null when it leaves the data. */
function listAt(data: string, index: number): bigint[] | null {
  const words = (data.length - 2) / wordDigits;
  if (!Number.isInteger(words) || words < 2) return null;
  const offset = wordAt(data, index);
  if (offset % 32n !== 0n || offset / 32n >= BigInt(words)) return null;
  const start = Number(offset / 32n);
  const length = wordAt(data, start);
  if (length > BigInt(words - start - 1)) return null;
  return Array.from({ length: Number(length) }, (_, item) => wordAt(data, start + 1 + item));
}

function wordAt(data: string, index: number): bigint {
  const start = 2 + index * wordDigits;
  return BigInt(`0x${data.slice(start, start + wordDigits)}`);
}

/**
 * An address in a topic has twelve zero bytes before it; anything else is not an address. Compared
 * by order, which takes a quarter of the time of `startsWith`: this is the hottest line of reading.
 */
function addressOfWord(topic: string | undefined): Address | null {
  if (topic === undefined || !(topic < pastAddresses)) return null;
  return `0x${topic.slice(26)}` as Address;
}
