import { type OddNode, type Question, startOddNode } from './odd-node.ts';
import { hasShared, readShared } from './shared-data.ts';

/** A number of a row: safe as a number, or else a bigint. */
type Whole = number | bigint;

interface BlockRow {
  readonly number: number;
  readonly hash: string;
  readonly parent_hash: string;
  readonly timestamp: number;
  readonly gas_limit: number;
  readonly gas_used: number;
  readonly base_fee_per_gas: Whole | null;
}

/** One transaction of the block with what its receipt said. */
export interface TransactionRow {
  readonly hash: string;
  readonly nonce: number;
  readonly transaction_index: number;
  readonly from_address: string;
  readonly to_address: string | null;
  readonly value: Whole;
  readonly gas: number;
  readonly gas_price: Whole;
  readonly input: string;
  readonly transaction_type: number;
  readonly receipt_gas_used: number;
  readonly receipt_cumulative_gas_used: number;
  readonly receipt_contract_address: string | null;
  readonly receipt_status: number;
  readonly receipt_effective_gas_price: Whole;
}

/** One log of the block. */
export interface LogRow {
  readonly log_index: number;
  readonly transaction_hash: string;
  readonly transaction_index: number;
  readonly address: `0x${string}`;
  readonly data: `0x${string}`;
  readonly topics: readonly `0x${string}`[];
}

/** One token transfer that the block's logs tell of, as its recorder read it. */
export interface TransferRow {
  readonly token_address: string;
  readonly from_address: string;
  readonly to_address: string;
  readonly value: Whole;
  readonly transaction_hash: string;
  readonly log_index: number;
}

/** A block of the Ethereum mainnet, as rows: block 17173049 of 2 May 2023. */
export interface RecordedBlock {
  readonly block: BlockRow;
  readonly transactions: readonly TransactionRow[];
  readonly logs: readonly LogRow[];
  readonly transfers: readonly TransferRow[];
}

const folder = 'blocks/ethereum/stream/block_17173049';
const tokens = 'tokens/metamask-contract-map.json';

/** The recorded block; null where the recorded data is not at hand. */
export function recordedBlock(): RecordedBlock | null {
  if (!hasShared(folder)) return null;
  const [block] = readShared<BlockRow[]>(`${folder}/expected_blocks.json`);
  if (!block) return null;
  return {
    block,
    transactions: readShared(`${folder}/expected_transactions.json`),
    logs: readShared(`${folder}/expected_logs.json`),
    transfers: readShared(`${folder}/expected_token_transfers.json`),
  };
}

/** What a test may have the replay server do differently. */
export interface ReplayOptions {
  /** Blocks on top of the recorded one. */
  readonly blocksAfter?: number;
  readonly chainId?: number;
}

/**
 * An Ethereum node that knows one recorded block of the mainnet and answers from its rows by
 * JSON-RPC, batches included. It has no state and no traces: it refuses what the rows do not tell.
 */
export async function startReplayServer(
  recorded: RecordedBlock,
  options: ReplayOptions = {},
): Promise<OddNode> {
  const answers = answersFrom(recorded, options);
  return await startOddNode((body, _, response) => {
    const asked = JSON.parse(body) as Question | Question[];
    const told = Array.isArray(asked) ? asked.map(answer) : answer(asked);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(told));
  });

  function answer({ id, method, params }: Question) {
    const result = answers[method]?.(params ?? []);
    const refusal = { code: -32601, message: `${method} is not recorded` };
    return result === undefined
      ? { jsonrpc: '2.0', id, error: refusal }
      : { jsonrpc: '2.0', id, result };
  }
}

type Answers = Readonly<Record<string, (params: readonly unknown[]) => unknown>>;

function answersFrom(recorded: RecordedBlock, options: ReplayOptions): Answers {
  const { block } = recorded;
  const head = block.number + (options.blocksAfter ?? 100);
  const byHash = new Map(recorded.transactions.map((row) => [row.hash, row]));
  const logsOf = Map.groupBy(recorded.logs, (row) => row.transaction_hash);
  const words = hasShared(tokens) ? tokenWords() : new Map<string, TokenWords>();
  const find = <T>(params: readonly unknown[], make: (row: TransactionRow) => T): T | null => {
    const row = byHash.get(String(params[0]).toLowerCase());
    return row ? make(row) : null;
  };
  return {
    eth_chainId: () => hex(options.chainId ?? 1),
    net_version: () => String(options.chainId ?? 1),
    eth_blockNumber: () => hex(head),
    eth_syncing: () => false,
    eth_getTransactionByHash: (params) => find(params, (row) => transactionOf(row, block)),
    eth_getTransactionReceipt: (params) =>
      find(params, (row) => receiptOf(row, block, logsOf.get(row.hash) ?? [])),
    eth_getBlockByNumber: ([at, full]) => blockAt(recorded, head, String(at), full === true),
    eth_getBlockByHash: ([hash, full]) =>
      hash === block.hash ? blockOf(recorded, full === true) : null,
    eth_getTransactionCount: ([sender]) => nonceAfter(recorded, String(sender).toLowerCase()),
    eth_call: ([call]) => calledWord(words, call as { to?: string; data?: string }),
  };
}

/** Only the recorded block is known; `latest` and `finalized` are blocks whose number alone is. */
function blockAt(recorded: RecordedBlock, head: number, at: string, full: boolean): unknown {
  const { number, timestamp } = recorded.block;
  const tagged: Record<string, number> = { latest: head, safe: head - 32, finalized: head - 64 };
  const height = tagged[at] ?? Number(at);
  if (height === number) return blockOf(recorded, full);
  if (!(at in tagged)) return null;
  return { number: hex(height), timestamp: hex(timestamp + 12 * (height - number)) };
}

function blockOf({ block, transactions }: RecordedBlock, full: boolean) {
  return {
    number: hex(block.number),
    hash: block.hash,
    parentHash: block.parent_hash,
    timestamp: hex(block.timestamp),
    gasLimit: hex(block.gas_limit),
    gasUsed: hex(block.gas_used),
    baseFeePerGas: block.base_fee_per_gas === null ? null : hex(block.base_fee_per_gas),
    transactions: transactions.map((row) => (full ? transactionOf(row, block) : row.hash)),
  };
}

function transactionOf(row: TransactionRow, block: BlockRow) {
  return {
    ...placeOf(row, block),
    hash: row.hash,
    nonce: hex(row.nonce),
    from: row.from_address,
    to: row.to_address,
    value: hex(row.value),
    gas: hex(row.gas),
    gasPrice: hex(row.gas_price),
    input: row.input,
    type: hex(row.transaction_type),
    chainId: hex(1),
  };
}

function receiptOf(row: TransactionRow, block: BlockRow, logs: readonly LogRow[]) {
  const place = placeOf(row, block);
  return {
    ...place,
    transactionHash: row.hash,
    from: row.from_address,
    to: row.to_address,
    status: hex(row.receipt_status),
    gasUsed: hex(row.receipt_gas_used),
    cumulativeGasUsed: hex(row.receipt_cumulative_gas_used),
    effectiveGasPrice: hex(row.receipt_effective_gas_price),
    contractAddress: row.receipt_contract_address,
    type: hex(row.transaction_type),
    logs: logs.map((log) => ({
      ...place,
      transactionHash: row.hash,
      address: log.address,
      topics: log.topics,
      data: log.data,
      logIndex: hex(log.log_index),
      removed: false,
    })),
  };
}

function placeOf(row: TransactionRow, block: BlockRow) {
  return {
    blockHash: block.hash,
    blockNumber: hex(block.number),
    transactionIndex: hex(row.transaction_index),
  };
}

function nonceAfter(recorded: RecordedBlock, sender: string): string | undefined {
  const sent = recorded.transactions.filter((row) => row.from_address === sender);
  return sent.length === 0 ? undefined : hex(Math.max(...sent.map((row) => row.nonce)) + 1);
}

interface TokenWords {
  readonly symbol?: string;
  readonly decimals?: number;
}

function tokenWords(): Map<string, TokenWords> {
  const listed = readShared<Record<string, TokenWords>>(tokens);
  return new Map(Object.entries(listed).map(([token, words]) => [token.toLowerCase(), words]));
}

/** `symbol()` and `decimals()` of tokens in the recorded token list. */
function calledWord(words: ReadonlyMap<string, TokenWords>, call: { to?: string; data?: string }) {
  const { symbol, decimals } = words.get(String(call.to).toLowerCase()) ?? {};
  if (call.data === '0x313ce567' && decimals !== undefined) return word(BigInt(decimals));
  if (call.data !== '0x95d89b41' || symbol === undefined) return undefined;
  const bytes = Buffer.from(symbol, 'utf8').toString('hex');
  const filled = bytes.padEnd(Math.ceil(bytes.length / 64) * 64, '0');
  return `${word(32n)}${word(BigInt(bytes.length / 2)).slice(2)}${filled}`;
}

function word(value: bigint): string {
  return `0x${value.toString(16).padStart(64, '0')}`;
}

function hex(value: Whole): string {
  return `0x${value.toString(16)}`;
}
