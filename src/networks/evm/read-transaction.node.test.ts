import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { other, rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { address, type TxHash, txHash } from '../address.ts';
import { networkIdOf } from '../network.ts';
import { type NodeSet, nodeSet } from '../node-set.ts';
import type { ChainTransaction } from '../reading.ts';
import { networkById } from '../registry.ts';
import { readTransaction } from './read-transaction.ts';

const hers = address('0x00000000000000000000000000000000000a1c00');
const ether = 10n ** 18n;
let node: TestNode;
let set: NodeSet;

beforeAll(async () => {
  node = await startAnvil(1);
  set = setOf(node.url);
});
afterAll(() => node.stop());

function setOf(...urls: string[]): NodeSet {
  const made = nodeSet(networkById(networkIdOf(1)), urls);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function read(hash: TxHash, from = set, seen?: Parameters<typeof readTransaction>[2]) {
  const reading = await readTransaction(from, hash, seen);
  expect(reading).toMatchObject({ status: 'found' });
  return (reading as { transaction: ChainTransaction }).transaction;
}

describe('what moved', () => {
  test('native coins: one transfer, by its path', async () => {
    const hash = await node.send({ to: hers, value: 3n * ether });
    const transaction = await read(hash);
    expect(transaction).toMatchObject({
      network: 'evm:1',
      hash,
      from: rich,
      to: hers,
      state: 'succeeded',
      confirmations: 1,
      final: false,
      traced: true,
      attempted: [],
    });
    expect(transaction.transfers).toEqual([
      {
        path: 'native',
        kind: 'native',
        token: null,
        tokenId: null,
        symbol: 'ETH',
        decimals: 18,
        from: rich,
        to: hers,
        amount: 3n * ether,
        asset: 'evm:1/native',
      },
    ]);
    expect(transaction.blockTime).toBeInstanceOf(Date);
    expect(transaction.fee?.total).toBe(21_000n * (transaction.fee?.gasPrice ?? 0n));
  });

  test('a token: its log, its symbol and its decimals', async () => {
    const token = await node.deploy('WrappedBitcoin');
    await node.call(mint(token, 'WrappedBitcoin', 5n * 10n ** 8n));
    const hash = await node.call({
      on: token,
      contract: 'WrappedBitcoin',
      function: 'transfer',
      args: [hers, 5n * 10n ** 8n],
    });
    const { transfers, traced } = await read(hash);
    expect(traced).toBe(true);
    expect(transfers).toEqual([
      {
        path: 'log:0',
        kind: 'token',
        token,
        tokenId: null,
        symbol: 'WBTC',
        decimals: 8,
        from: rich,
        to: hers,
        amount: 5n * 10n ** 8n,
        asset: `evm:1/token:${token}`,
      },
    ]);
  });

  test('inner calls: each move by its call path, and none when the whole failed', async () => {
    const sender = await node.deploy('InnerSender');
    const paid = await node.call({
      on: sender,
      contract: 'InnerSender',
      function: 'passToAll',
      args: [[hers, other]],
      value: 4n,
    });
    const { transfers } = await read(paid);
    expect(
      transfers.map(({ path, kind, from, to, amount }) => [path, kind, from, to, amount]),
    ).toEqual([
      ['native', 'native', rich, sender, 4n],
      ['inner:0', 'inner', sender, hers, 2n],
      ['inner:1', 'inner', sender, other, 2n],
    ]);
    const failed = await node.call({
      on: sender,
      contract: 'InnerSender',
      function: 'passThenFail',
      args: [hers],
      value: 4n,
      gas: 200_000n,
    });
    const reverted = await read(failed);
    expect(reverted).toMatchObject({ state: 'reverted', transfers: [] });
    expect(reverted.attempted).toMatchObject([{ path: 'native', to: sender, amount: 4n }]);
  });
});

function mint(on: ReturnType<typeof address>, name: 'WrappedBitcoin', units: bigint) {
  return { on, contract: name, function: 'mint', args: [rich, units] };
}

test('an unknown hash is not found', async () => {
  expect(await readTransaction(set, txHash(`0x${'1'.repeat(64)}`))).toEqual({
    status: 'not_found',
  });
});
