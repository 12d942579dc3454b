import { networkById, networkIdOf, nodeSet, readTransaction } from '../src/networks/index.ts';
import { invariant } from '../src/std/index.ts';
import { other, rich, startAnvil, type TestNode } from '../test/anvil.ts';
import { type OddNode, startOddNode } from '../test/odd-node.ts';

/** How long reading a transaction takes, set against the bare calls that it needs. */
export interface DiagnosisReadingResult {
  readonly bench: 'diagnosis-reading';
  readonly oursMilliseconds: number;
  readonly bareMilliseconds: number;
  /** Times as long as the bare calls; medians. */
  readonly ratio: number;
  readonly ratioMax: number;
  readonly roundTrips: number;
  readonly roundTripsMax: number;
}

const ratioMax = 1.5;
const roundTripsMax = 3;
const warmUps = 40;
const rounds = 200;

/**
 * Reads a token transfer with inner calls on a real node: once through `readTransaction`, once by
 * the same questions sent bare over `fetch`, in the same two waves, with nothing checked. They take
 * turns; the ratio is of the medians. Round trips are counted by a node that answers slowly.
 */
export async function benchDiagnosisReading(): Promise<DiagnosisReadingResult> {
  const node = await startAnvil(1);
  try {
    const hash = await tokenTransfer(node);
    const set = setOf(node.url);
    const ours = async () => {
      const reading = await readTransaction(set, hash);
      invariant(reading.status === 'found', 'the transfer is found');
    };
    const bare = await bareCalls(node, hash);
    for (let turn = 0; turn < warmUps; turn++) {
      await ours();
      await bare();
    }
    const oursTook: number[] = [];
    const bareTook: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bareTook.push(await timed(bare));
      oursTook.push(await timed(ours));
    }
    const oursMilliseconds = median(oursTook);
    const bareMilliseconds = median(bareTook);
    return {
      bench: 'diagnosis-reading',
      oursMilliseconds,
      bareMilliseconds,
      ratio: oursMilliseconds / bareMilliseconds,
      ratioMax,
      roundTrips: await countRoundTrips(node, hash),
      roundTripsMax,
    };
  } finally {
    await node.stop();
  }
}

function setOf(url: string) {
  const set = nodeSet(networkById(networkIdOf(1)), [url]);
  invariant(set.ok, 'the node of the bench has a URL');
  return set.value;
}

async function tokenTransfer(node: TestNode) {
  const token = await node.deploy('WrappedBitcoin');
  const of = { on: token, contract: 'WrappedBitcoin' } as const;
  await node.call({ ...of, function: 'mint', args: [rich, 500_000_000n] });
  return await node.call({ ...of, function: 'transfer', args: [other, 500_000_000n] });
}

type Bare = { readonly method: string; readonly params: readonly unknown[] };

/** The same questions as they go over the wire: two waves of batches, answers parsed and dropped. */
async function bareCalls(node: TestNode, hash: string): Promise<() => Promise<void>> {
  const receipt = await node.ask<{ blockNumber: string; logs: { address: string }[] }>(
    'eth_getTransactionReceipt',
    hash,
  );
  const to = receipt.logs[0]?.address;
  const call = (data: string) => ({ method: 'eth_call', params: [{ to, data }, 'latest'] });
  const chainId = { method: 'eth_chainId', params: [] };
  const first = [
    chainId,
    { method: 'eth_blockNumber', params: [] },
    { method: 'eth_syncing', params: [] },
    { method: 'eth_getTransactionByHash', params: [hash] },
    { method: 'eth_getTransactionReceipt', params: [hash] },
    { method: 'eth_getBlockByNumber', params: ['finalized', false] },
  ];
  const second = [
    [chainId, { method: 'eth_getBlockByNumber', params: [receipt.blockNumber, false] }],
    [chainId, { method: 'debug_traceTransaction', params: [hash, { tracer: 'callTracer' }] }],
    [chainId, call('0x95d89b41'), call('0x313ce567')],
  ];
  return async () => {
    await post(node.url, first);
    await Promise.all(second.map((calls) => post(node.url, calls)));
  };
}

async function post(url: string, calls: readonly Bare[]): Promise<unknown> {
  const body = JSON.stringify(calls.map((call, id) => ({ jsonrpc: '2.0', id, ...call })));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  return await response.json();
}

/** Requests that come in while others are under way belong to one trip. */
async function countRoundTrips(node: TestNode, hash: Parameters<typeof readTransaction>[1]) {
  let trips = 0;
  let underWay = 0;
  const slow: OddNode = await startOddNode(async (body, _, response) => {
    if (underWay === 0) trips += 1;
    underWay += 1;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(node.url, { method: 'POST', headers, body });
    const text = await answer.text();
    await new Promise((resolve) => setTimeout(resolve, 50));
    underWay -= 1;
    response.end(text);
  });
  await readTransaction(setOf(slow.url), hash);
  await slow.stop();
  return trips;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

if (import.meta.main) console.log(JSON.stringify(await benchDiagnosisReading()));
