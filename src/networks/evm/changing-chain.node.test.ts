import { afterAll, beforeAll, expect, test } from 'vitest';
import { rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { testNodeSet } from '../../../test/node-set.ts';
import { startLiar } from '../../../test/odd-node.ts';
import { address, type TxHash, txHash } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import type { Sighting } from '../reading.ts';
import { readTransaction } from './read-transaction.ts';

const hers = address('0x00000000000000000000000000000000000a1c00');
let fickle: TestNode;
let set: NodeSet;

beforeAll(async () => {
  fickle = await startAnvil(1);
  set = testNodeSet([fickle.url]);
  await fickle.mine(3);
});
afterAll(() => fickle.stop());

async function seenNow(hash: TxHash): Promise<Required<Sighting>> {
  const reading = await readTransaction(set, hash);
  if (reading.status !== 'found') throw new Error(reading.status);
  const { blockHash, blockNumber, from, nonce } = reading.transaction;
  return { blockHash, blockNumber, from, nonce };
}

test('reorganised: its block is gone and it is in no other', async () => {
  const hash = await fickle.send({ to: hers, value: 1n });
  const seen = await seenNow(hash);
  await fickle.ask('anvil_reorg', 1, []);
  const reading = await readTransaction(set, hash, { seen });
  expect(reading).toMatchObject({
    status: 'found',
    transaction: { state: 'reorged', transfers: [], confirmations: 0, final: false },
  });
});

test('forgotten by a node that went back to an earlier state', async () => {
  const snapshot = await fickle.ask<string>('evm_snapshot');
  const hash = await fickle.send({ to: hers, value: 2n });
  const seen = await seenNow(hash);
  await fickle.ask('evm_revert', snapshot);
  expect(await readTransaction(set, hash, { seen })).toMatchObject({
    transaction: { state: 'reorged', from: rich, nonce: seen.nonce },
  });
  const { from: _, nonce: __, ...place } = seen;
  expect(await readTransaction(set, hash, { seen: place })).toEqual({ status: 'not_found' });
});

test('mined again in another block: it succeeded, and says where it was before', async () => {
  const snapshot = await fickle.ask<string>('evm_snapshot');
  const payment = { to: hers, value: 3n, gasPrice: 10n ** 10n };
  const first = await fickle.send(payment);
  const seen = await seenNow(first);
  await fickle.ask('evm_revert', snapshot);
  await fickle.mine(2);
  const again = await fickle.send({ ...payment, nonce: seen.nonce });
  expect(again).toBe(first);
  const moved = await readTransaction(set, again, { seen });
  expect(moved).toMatchObject({
    transaction: {
      state: 'succeeded',
      reorgedFrom: seen.blockHash,
      transfers: [{ path: 'native' }],
    },
  });
});

test('replaced: its nonce went to another, found among the blocks', async () => {
  await fickle.ask('evm_setAutomine', false);
  const gasPrice = 10n ** 10n;
  const first = await fickle.send({ to: hers, value: 4n, gasPrice });
  const waiting = await readTransaction(set, first);
  expect(waiting).toMatchObject({
    transaction: { state: 'pending', attempted: [{ path: 'native', amount: 4n }], transfers: [] },
  });
  if (waiting.status !== 'found') throw new Error(waiting.status);
  const { from, nonce } = waiting.transaction;
  const second = await fickle.send({ to: hers, value: 5n, nonce, gasPrice: 2n * gasPrice });
  await fickle.mine();
  await fickle.ask('evm_setAutomine', true);
  await fickle.mine(300);
  expect(await readTransaction(set, first, { seen: { from, nonce } })).toMatchObject({
    transaction: { state: 'replaced', replacedBy: second, transfers: [] },
  });
  expect(await readTransaction(set, first)).toEqual({ status: 'not_found' });
});

test('replaced, but the node keeps no state of that time: by what is not known', async () => {
  const forgetful = await startLiar(fickle.url, ({ method, params }) =>
    method === 'eth_getTransactionCount' && params[1] !== 'latest' ? 'pruned' : undefined,
  );
  const reading = await readTransaction(
    testNodeSet([forgetful.url]),
    txHash(`0x${'1'.repeat(64)}`),
    {
      seen: { from: rich, nonce: 0 },
    },
  );
  expect(reading).toMatchObject({ transaction: { state: 'replaced' } });
  expect(reading).not.toHaveProperty('transaction.replacedBy');
  await forgetful.stop();
});
