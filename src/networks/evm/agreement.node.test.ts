import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startAnvil, type TestNode } from '../../../test/anvil.ts';
import { testNodeSet } from '../../../test/node-set.ts';
import { type OddNode, type Question, startLiar, startOddNode } from '../../../test/odd-node.ts';
import { address, type TxHash, txHash } from '../address.ts';
import { readEverywhere } from '../read-everywhere.ts';
import { readTransaction } from './read-transaction.ts';

const hers = address('0x00000000000000000000000000000000000a1c00');
const nobodys = txHash(`0x${'1'.repeat(64)}`);
const started: OddNode[] = [];
let node: TestNode;
let paid: TxHash;

beforeAll(async () => {
  node = await startAnvil(1);
  paid = await node.send({ to: hers, value: 7n });
  await node.mine(20);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((odd) => odd.stop()));
});
afterAll(() => node.stop());

type Change = (question: Question, result: unknown) => unknown;

async function liar(change: Change): Promise<string> {
  const odd = await startLiar(node.url, change);
  started.push(odd);
  return odd.url;
}

/** The same node by another URL: the same URL twice would be one node. */
const again = (url: string) => `${url}/?again`;

/** A node that says which chain it serves and refuses everything else. */
async function refusing(): Promise<string> {
  const odd = await startOddNode((body, _, response) => {
    const told = (JSON.parse(body) as Question[]).map(({ id, method }) =>
      method === 'eth_chainId'
        ? { jsonrpc: '2.0', id, result: '0x1' }
        : { jsonrpc: '2.0', id, error: { code: -32000, message: 'indexing is in progress' } },
    );
    response.end(JSON.stringify(told));
  });
  started.push(odd);
  return odd.url;
}

/** A node that was cut off when the chain had `height` blocks. */
const stuckAt =
  (height: number): Change =>
  ({ method }) =>
    method === 'eth_blockNumber' ? `0x${height.toString(16)}` : isAbout(method) ? null : undefined;

const isAbout = (method: string) => /^eth_getTransaction(ByHash|Receipt)$/.test(method);
const unknowing: Change = ({ method }) => (isAbout(method) ? null : undefined);
const receiptWith =
  (fields: object): Change =>
  ({ method }, result) =>
    method === 'eth_getTransactionReceipt' ? { ...(result as object), ...fields } : undefined;

describe('one node of three', () => {
  const withTwoHonest = async (change: Change, hash = paid) =>
    await readTransaction(testNodeSet([node.url, await liar(change), again(node.url)]), hash);

  test('may lie, lag or be silent: two that agree are enough', async () => {
    for (const change of [receiptWith({ status: '0x0' }), unknowing, stuckAt(0)]) {
      expect(await withTwoHonest(change)).toMatchObject({
        status: 'found',
        transaction: { state: 'succeeded', confirmations: 21 },
      });
    }
    const silent = await startOddNode(() => {});
    started.push(silent);
    const set = testNodeSet([node.url, silent.url, again(node.url)]);
    expect(await readTransaction(set, paid)).toMatchObject({ status: 'found' });
  });

  test('can not make up a transaction that the others do not know', async () => {
    const forged: Change = ({ method, params }, result) =>
      isAbout(method) && params[0] === nobodys ? { ...madeUp, ...(result as object) } : undefined;
    const madeUp = { hash: nobodys, transactionHash: nobodys };
    expect(await withTwoHonest(forged, nobodys)).toEqual({ status: 'not_found' });
  });

  test('the fewest confirmations count', async () => {
    const boaster = await liar(({ method }) =>
      method === 'eth_blockNumber' ? '0xffff' : undefined,
    );
    expect(await readTransaction(testNodeSet([node.url, boaster]), paid)).toMatchObject({
      status: 'found',
      transaction: { confirmations: 21 },
    });
  });
});

describe('when both must agree', () => {
  const read = async (change: Change, hash = paid) =>
    await readTransaction(testNodeSet([node.url, await liar(change)]), hash);

  test.each([
    ['the status', receiptWith({ status: '0x0' }), 'disagree'],
    ['another block', receiptWith({ blockHash: `0x${'2'.repeat(64)}` }), 'malformed'],
    ['another transaction', receiptWith({ transactionHash: nobodys }), 'malformed'],
    ['no status', receiptWith({ status: '0x7' }), 'malformed'],
    ['a gas figure that is none', receiptWith({ gasUsed: 21_000 }), 'malformed'],
    ['logs that are none', receiptWith({ logs: [{}] }), 'malformed'],
    ['that it knows nothing, though up to date', unknowing, 'disagree'],
    ['that it knows nothing, being behind', stuckAt(0), 'lagging'],
  ] as const)('a node that says %s', async (_, change, why) => {
    expect(await read(change)).toMatchObject({ status: 'unread', why });
  });

  test('an inner move that one node alone has traced is not listed', async () => {
    const sender = await node.deploy('InnerSender');
    const hash = await node.call({
      on: sender,
      contract: 'InnerSender',
      function: 'pass',
      args: [hers],
      value: 4n,
    });
    const untraced: Change = ({ method }) =>
      method === 'debug_traceTransaction' ? null : undefined;
    const both = await readTransaction(testNodeSet([node.url, await liar(untraced)]), hash);
    expect(both).toMatchObject({ transaction: { traced: false, transfers: [{ path: 'native' }] } });
    const alone = await readTransaction(testNodeSet([node.url]), hash);
    expect(alone).toMatchObject({ transaction: { traced: true } });
  });

  test('a block that is not the one at its height any more', async () => {
    const moved: Change = ({ method, params }, result) =>
      method === 'eth_getBlockByNumber' && params[0] !== 'finalized'
        ? { ...(result as object), hash: `0x${'3'.repeat(64)}` }
        : undefined;
    expect(await read(moved)).toMatchObject({ status: 'unread', why: 'disagree' });
  });
});

describe('not found', () => {
  test('takes enough nodes that are up to date', async () => {
    expect(await readTransaction(testNodeSet([node.url, again(node.url)]), nobodys)).toEqual({
      status: 'not_found',
    });
    const both = testNodeSet([node.url, await liar(stuckAt(0))]);
    expect(await readTransaction(both, nobodys)).toMatchObject({
      status: 'unread',
      why: 'lagging',
    });
  });

  test('is not said by a node that is still catching up', async () => {
    const syncing = await liar(({ method }) =>
      method === 'eth_syncing' ? { currentBlock: '0x1', highestBlock: '0x99' } : undefined,
    );
    expect(await readTransaction(testNodeSet([syncing]), nobodys)).toMatchObject({
      why: 'lagging',
    });
  });

  test('is not said by a node whose newest block is too old, where that is set', async () => {
    const old = await liar(({ method, params }, result) =>
      method === 'eth_getBlockByNumber' && params[0] === 'latest'
        ? { ...(result as object), timestamp: '0x1' }
        : undefined,
    );
    const fresh = { ...testNodeSet([node.url]), headAgeMaxMs: 3_600_000 };
    expect(await readTransaction(fresh, nobodys)).toEqual({ status: 'not_found' });
    const stuck = { ...testNodeSet([old]), headAgeMaxMs: 3_600_000 };
    expect(await readTransaction(stuck, nobodys)).toMatchObject({ why: 'lagging' });
  });

  test.each([
    ['unreachable', (async () => 'http://127.0.0.1:1') as () => Promise<string>],
    ['wrong_chain', () => liar(({ method }) => (method === 'eth_chainId' ? '0x38' : undefined))],
    ['malformed', () => liar(({ method }) => (method === 'eth_blockNumber' ? '' : undefined))],
    ['rpc_error', refusing],
    [
      'too_large',
      () => liar(({ method }) => (isAbout(method) ? 'x'.repeat(2_000_000) : undefined)),
    ],
  ] as const)('is never said of a node that is %s', async (why, makeUrl) => {
    const url = await makeUrl();
    const reading = await readTransaction(testNodeSet([url]), nobodys);
    expect(reading).toMatchObject({ status: 'unread', why });
  });

  test('each network is asked, and each says for itself', async () => {
    const elsewhere = await startAnvil(61);
    const sets = [
      testNodeSet([node.url]),
      testNodeSet([elsewhere.url], { chainId: 61 }),
      testNodeSet([node.url], { chainId: 137 }),
    ];
    const told = await readEverywhere(sets, paid);
    expect(told.map(({ network, reading }) => [network.name, reading.status])).toEqual([
      ['ethereum', 'found'],
      ['evm:61', 'not_found'],
      ['polygon', 'unread'],
    ]);
    await elsewhere.stop();
  });
});

test('two round trips a node, three kinds of question side by side in the second', async () => {
  const counted = await liar(() => undefined);
  await readTransaction(testNodeSet([counted]), paid);
  // A plain transfer ran no code and touched no token: one request each.
  expect(started.at(-1)?.requests()).toBe(2);
});
