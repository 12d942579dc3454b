import type { Address, TxHash } from '../address.ts';
import type { RpcCall, RpcNode } from '../rpc-node.ts';
import type { Said } from './agree.ts';
import { decodeTrace, type InnerMove, type TopCall } from './decode-trace.ts';
import { decodeDecimals, decodeSymbol } from './decode-words.ts';
import { count, fieldsOf, hashIn, hexOf, quantity } from './hex.ts';

/** What is asked once it is known which transaction it is. */
export interface DetailQuestions {
  readonly blockNumber: bigint | null;
  /** Whose inner calls to read; null when none can have happened. */
  readonly trace: { readonly hash: TxHash; readonly top: TopCall } | null;
  readonly tokens: readonly Address[];
  readonly nonceOf: Address | null;
}

/** What one node says to them. `moves` is null when it has no trace. */
export interface Details {
  readonly node: RpcNode;
  readonly blockHash: TxHash | null;
  readonly blockTime: Date | null;
  readonly nonceUsed: number | null;
  readonly moves: readonly InnerMove[] | null;
  readonly tokens: ReadonlyMap<Address, TokenWords>;
}

/** What a token contract says of itself. */
export interface TokenWords {
  readonly symbol: string | null;
  readonly decimals: number | null;
}

/** Tokens of one transaction whose words are read; a flood of worthless ones stays without. */
const tokensMax = 256;
/**
 * Tokens asked about in one batch. With the gas below an answer has 1.4 MB of hex at most (memory
 * costs words²/512), so that ten of them stay under the size limit of 16 MB.
 */
const tokensAtOnce = 5;
/** Enough for a proxy's `symbol()` of 10 kB, which honest tokens do not have. */
const gasOfWords = hexOf(1_000_000);

/** `symbol()` and `decimals()`. */
const selectors = { symbol: '0x95d89b41', decimals: '0x313ce567' } as const;

/**
 * The second round trip to one node: block, trace and tokens side by side, so that a trace too large
 * or a token that floods its answer costs only itself.
 */
export async function readDetails(
  node: RpcNode,
  questions: DetailQuestions,
): Promise<Said<Details>> {
  const [chain, moves, tokens] = await Promise.all([
    readChain(node, questions),
    questions.trace === null ? [] : readTrace(node, questions.trace),
    readTokenWords(node, questions.tokens),
  ]);
  if (!chain.ok) return chain;
  const key = `${chain.value.blockHash} ${chain.value.nonceUsed}`;
  return { ok: true, key, value: { node, ...chain.value, moves, tokens } };
}

type Chain = Pick<Details, 'blockHash' | 'blockTime' | 'nonceUsed'>;

async function readChain(node: RpcNode, questions: DetailQuestions): Promise<Said<Chain>> {
  const calls: RpcCall[] = [];
  const { blockNumber, nonceOf } = questions;
  if (blockNumber !== null) {
    calls.push({ method: 'eth_getBlockByNumber', params: [hexOf(blockNumber), false] });
  }
  if (nonceOf !== null) {
    calls.push({ method: 'eth_getTransactionCount', params: [nonceOf, 'latest'] });
  }
  const answer = await node.ask(calls);
  if (!answer.ok) return answer;
  const values = answer.results.map((result) => (result.ok ? result.value : undefined));
  const block = blockNumber === null ? null : fieldsOf(values.shift());
  const seconds = count(block?.['timestamp']);
  const sameHeight = quantity(block?.['number']) === blockNumber;
  return {
    ok: true,
    key: '',
    value: {
      blockHash: sameHeight ? hashIn(block?.['hash']) : null,
      blockTime: seconds === null ? null : new Date(seconds * 1_000),
      nonceUsed: nonceOf === null ? null : count(values.shift()),
    },
  };
}

async function readTrace(
  node: RpcNode,
  trace: { readonly hash: TxHash; readonly top: TopCall },
): Promise<InnerMove[] | null> {
  const answer = await node.ask([
    { method: 'debug_traceTransaction', params: [trace.hash, { tracer: 'callTracer' }] },
  ]);
  const result = answer.ok ? answer.results[0] : undefined;
  return result?.ok ? decodeTrace(result.value, trace.top) : null;
}

/** Asks each token for its symbol and decimals; a token that can't be asked has none. */
export async function readTokenWords(
  node: RpcNode,
  tokens: readonly Address[],
): Promise<Map<Address, TokenWords>> {
  const asked = tokens.slice(0, tokensMax);
  const parts = Array.from({ length: Math.ceil(asked.length / tokensAtOnce) }, (_, index) =>
    asked.slice(index * tokensAtOnce, (index + 1) * tokensAtOnce),
  );
  const words = new Map<Address, TokenWords>();
  await Promise.all(
    parts.map(async (part) => {
      const answer = await node.ask(part.flatMap(callsOfToken));
      if (!answer.ok) return;
      part.forEach((token, index) => {
        const [symbol, decimals] = answer.results.slice(index * 2, index * 2 + 2);
        words.set(token, {
          symbol: symbol?.ok ? decodeSymbol(symbol.value) : null,
          decimals: decimals?.ok ? decodeDecimals(decimals.value) : null,
        });
      });
    }),
  );
  return words;
}

function callsOfToken(token: Address): RpcCall[] {
  return [selectors.symbol, selectors.decimals].map((data) => ({
    method: 'eth_call',
    params: [{ to: token, data, gas: gasOfWords }, 'latest'],
  }));
}
