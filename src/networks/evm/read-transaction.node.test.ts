import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { other, rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { address, type TxHash, txHash } from '../address.ts';
import { networkIdOf } from '../network.ts';
import { type NodeSet, nodeSet } from '../node-set.ts';
import type { ChainTransaction } from '../reading.ts';
import { networkById } from '../registry.ts';
import type { ChainTransfer } from '../transfer.ts';
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

describe('tokens of every kind', () => {
  const short = ({ path, kind, tokenId, symbol, decimals, amount }: ChainTransfer) => [
    path,
    kind,
    tokenId,
    symbol,
    decimals,
    amount,
  ];

  test('many payments in one transaction have a path each', async () => {
    const token = await node.deploy('TetherLike');
    const batch = await node.deploy('Batch');
    await node.call({ on: token, contract: 'TetherLike', function: 'mint', args: [rich, 60n] });
    await node.call({ on: token, contract: 'TetherLike', function: 'approve', args: [batch, 60n] });
    const hash = await node.call({
      on: batch,
      contract: 'Batch',
      function: 'pay',
      args: [token, [hers, other, hers], [10n, 20n, 30n]],
    });
    const { transfers } = await read(hash);
    expect(transfers.map((one) => [one.path, one.to, one.amount, one.decimals])).toEqual([
      ['log:0', hers, 10n, 6],
      ['log:1', other, 20n, 6],
      ['log:2', hers, 30n, 6],
    ]);
  });

  test('single things and several of a kind', async () => {
    const thing = await node.deploy('Collectible');
    const made = await node.call({
      on: thing,
      contract: 'Collectible',
      function: 'mint',
      args: [hers, 42n],
    });
    expect((await read(made)).transfers).toMatchObject([
      { kind: 'nft', tokenId: 42n, decimals: null, amount: 1n, asset: `evm:1/nft:${thing}/42` },
    ]);
    const many = await node.deploy('MultiToken');
    const mintOf = (id: bigint, units: bigint) =>
      node.call({ on: many, contract: 'MultiToken', function: 'mint', args: [rich, id, units] });
    await mintOf(1n, 10n);
    await mintOf(2n, 20n);
    const sent = await node.call({
      on: many,
      contract: 'MultiToken',
      function: 'safeBatchTransferFrom',
      args: [rich, hers, [1n, 2n], [3n, 4n], '0x'],
    });
    expect((await read(sent)).transfers.map(short)).toEqual([
      ['log:0/0', 'nft', 1n, null, null, 3n],
      ['log:0/1', 'nft', 2n, null, null, 4n],
    ]);
  });

  test('a hostile symbol is cleaned and cut; a token that says nothing is null', async () => {
    const name = `US\u202eDT\u0000${'!'.repeat(10_000)}`;
    const token = await node.deploy('LiarToken', name, name, 6);
    const hash = await node.call({
      on: token,
      contract: 'LiarToken',
      function: 'pretend',
      args: [other, hers, 9n],
    });
    const [liar] = (await read(hash)).transfers;
    expect(liar).toMatchObject({ symbol: `USDT${'!'.repeat(36)}`, decimals: 6, amount: 9n });
    await node.ask('anvil_setCode', token, '0x00');
    expect((await read(hash)).transfers).toMatchObject([{ symbol: null, decimals: null }]);
  });

  test('a token transfer that failed says what it meant to move', async () => {
    const token = await node.deploy('WrappedBitcoin');
    const hash = await node.call({
      on: token,
      contract: 'WrappedBitcoin',
      function: 'transfer',
      args: [hers, 5n],
      gas: 100_000n,
    });
    const { state, transfers, attempted } = await read(hash);
    expect({ state, transfers }).toEqual({ state: 'reverted', transfers: [] });
    expect(attempted).toMatchObject([
      { path: 'call', kind: 'token', token, symbol: 'WBTC', decimals: 8, to: hers, amount: 5n },
    ]);
  });

  test('coins given to a contract as it is made', async () => {
    const hash = await node.send({ data: '0x', value: 6n });
    const { to, transfers } = await read(hash);
    expect(to).toBeNull();
    expect(transfers).toMatchObject([{ path: 'native', from: rich, amount: 6n }]);
  });
});

describe('how far along', () => {
  test('confirmations grow, and final is what the network’s rule says', async () => {
    const hash = await node.send({ to: hers, value: 1n });
    expect(await read(hash)).toMatchObject({ confirmations: 1, final: false });
    await node.mine(4);
    expect(await read(hash)).toMatchObject({ confirmations: 5, final: true });
    const byCount = { ...set, network: { ...set.network, finality: 'confirmations' as const } };
    expect(await read(hash, byCount)).toMatchObject({ confirmations: 5, final: false });
    await node.mine(7);
    expect(await read(hash, byCount)).toMatchObject({ confirmations: 12, final: true });
  });

  test('without details a transaction is read all the same, but for inner moves', async () => {
    const sender = await node.deploy('InnerSender');
    const pass = { on: sender, contract: 'InnerSender', function: 'pass', args: [hers] } as const;
    const hash = await node.call({ ...pass, value: 4n });
    const { traced, transfers } = await read(hash, set, { details: false });
    expect(traced).toBe(false);
    expect(transfers).toMatchObject([{ path: 'native', amount: 4n }]);
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
