import type { Address, TxHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import { type Unread, unread } from '../reading.ts';
import type { RpcCall, RpcNode, RpcResult } from '../rpc-node.ts';
import { batchTopic, singleTopic, transferTopic } from './decode-logs.ts';
import { fieldsOf, greatest, hashIn, hexOf, quantity, word } from './hex.ts';

/** A transaction that may have brought something, and the block it is in. */
export interface Arrival {
  readonly hash: TxHash;
  readonly blockNumber: bigint;
}

/** How far back and how much. */
export interface ArrivalsWindow {
  /** Blocks before the newest one. */
  readonly blocks: bigint;
  readonly arrivalsMax: number;
}

/** Nodes limit how many blocks one question about logs may span. */
const blocksPerQuestion = 10_000n;
/** A node that prunes knows the balances of about this many blocks. */
const prunedBlocks = 100n;
/** The last so many changes of a balance of coins are looked for. */
const changesMax = 3;

/**
 * Transactions that may have brought tokens or coins to these addresses lately, the newest first: the
 * union of what the nodes say. A hint and no more: each is to be read with `readTransaction`, which
 * wants enough nodes to agree. Tokens are found by their logs, coins by when the balance changed; coins
 * that a contract sent are not found. Unread when no node answers.
 */
export async function findArrivals(
  set: NodeSet,
  addresses: readonly Address[],
  window: ArrivalsWindow,
): Promise<{ readonly status: 'read'; readonly arrivals: readonly Arrival[] } | Unread> {
  if (addresses.length === 0) return { status: 'read', arrivals: [] };
  const said = await Promise.all(set.nodes.map((node) => askNode(node, addresses, window.blocks)));
  const answers = said.filter((one) => one !== null);
  if (answers.length === 0) return unread('unreachable', 'no node told what has arrived');
  const byHash = new Map(answers.flat().map((one) => [one.hash, one]));
  const arrivals = [...byHash.values()]
    .sort((a, b) => (a.blockNumber === b.blockNumber ? 0 : a.blockNumber > b.blockNumber ? -1 : 1))
    .slice(0, window.arrivalsMax);
  return { status: 'read', arrivals };
}

async function askNode(
  node: RpcNode,
  addresses: readonly Address[],
  blocks: bigint,
): Promise<Arrival[] | null> {
  const first = await node.ask([{ method: 'eth_blockNumber', params: [] }]);
  const head = first.ok && first.results[0]?.ok ? quantity(first.results[0].value) : null;
  if (head === null) return null;
  const from = greatest([0n, head - blocks]);
  const logged = await loggedArrivals(node, addresses, from, head);
  if (logged === null) return null;
  const coins: Arrival[] = [];
  for (const address of addresses) coins.push(...(await coinArrivals(node, address, from, head)));
  return [...logged, ...coins];
}

/** Who received stands in the third topic of ERC-20 and ERC-721, in the fourth of ERC-1155. */
async function loggedArrivals(
  node: RpcNode,
  addresses: readonly Address[],
  from: bigint,
  head: bigint,
): Promise<Arrival[] | null> {
  const to = addresses.map((address) => `0x${word(address)}`);
  const calls: RpcCall[] = [];
  for (let start = from; start <= head; start += blocksPerQuestion) {
    const end = start + blocksPerQuestion - 1n < head ? start + blocksPerQuestion - 1n : head;
    const range = { fromBlock: hexOf(start), toBlock: hexOf(end) };
    for (const topics of [
      [transferTopic, null, to],
      [[singleTopic, batchTopic], null, null, to],
    ]) {
      calls.push({ method: 'eth_getLogs', params: [{ ...range, topics }] });
    }
  }
  const answer = await node.ask(calls);
  if (!answer.ok) return null;
  const found: Arrival[] = [];
  for (const result of answer.results) {
    if (!result.ok || !Array.isArray(result.value)) return null;
    found.push(...result.value.flatMap(arrivalIn));
  }
  return found;
}

function arrivalIn(log: unknown): Arrival[] {
  const fields = fieldsOf(log);
  const hash = hashIn(fields?.['transactionHash']);
  const blockNumber = quantity(fields?.['blockNumber']);
  return hash === null || blockNumber === null ? [] : [{ hash, blockNumber }];
}

/**
 * Coins leave no log: where the balance has changed is found by halving, and that block is read. On a
 * node that has forgotten old balances only the newest blocks can be looked through.
 */
async function coinArrivals(
  node: RpcNode,
  address: Address,
  from: bigint,
  head: bigint,
): Promise<Arrival[]> {
  const found: Arrival[] = [];
  const now = await balanceAt(node, address, head);
  if (now === null || now === 0n) return found;
  const known = await balanceAt(node, address, from);
  const start = known === null ? greatest([from, head - prunedBlocks]) : from;
  let at = head;
  for (let changes = 0; changes < changesMax; changes += 1) {
    const block = await lastChange(node, address, start, at);
    if (block === null) break;
    found.push(...(await sentTo(node, address, block)));
    if (block <= start) break;
    at = block - 1n;
  }
  return found;
}

/** A block in (start, end] after which the balance is what it is at `end`, and before which it is not. */
async function lastChange(
  node: RpcNode,
  address: Address,
  start: bigint,
  end: bigint,
): Promise<bigint | null> {
  const after = await balanceAt(node, address, end);
  const before = await balanceAt(node, address, start);
  if (after === null || before === null || after === before) return null;
  let low = start;
  let high = end;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    const balance = await balanceAt(node, address, middle);
    if (balance === null) return null;
    if (balance === after) high = middle;
    else low = middle;
  }
  return high;
}

async function balanceAt(node: RpcNode, address: Address, block: bigint): Promise<bigint | null> {
  const answer = await node.ask([{ method: 'eth_getBalance', params: [address, hexOf(block)] }]);
  const result: RpcResult | undefined = answer.ok ? answer.results[0] : undefined;
  return result?.ok ? quantity(result.value) : null;
}

async function sentTo(node: RpcNode, address: Address, block: bigint): Promise<Arrival[]> {
  const call = { method: 'eth_getBlockByNumber', params: [hexOf(block), true] };
  const answer = await node.ask([call]);
  const result = answer.ok ? answer.results[0] : undefined;
  const transactions = result?.ok ? fieldsOf(result.value)?.['transactions'] : null;
  if (!Array.isArray(transactions)) return [];
  return transactions.flatMap((one) => {
    const fields = fieldsOf(one);
    const hash = hashIn(fields?.['hash']);
    const to = fields?.['to'];
    const isOurs = typeof to === 'string' && to.toLowerCase() === address;
    return hash !== null && isOurs ? [{ hash, blockNumber: block }] : [];
  });
}
