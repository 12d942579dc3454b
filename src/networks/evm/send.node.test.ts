import { mnemonicToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { testNodeSet } from '../../../test/node-set.ts';
import { startLiar, startOddNode } from '../../../test/odd-node.ts';
import { address } from '../address.ts';
import type { NodeSet } from '../node-set.ts';
import { broadcast, hashOfRaw } from './broadcast.ts';
import { followTransaction } from './follow-transaction.ts';
import { readNonce } from './read-balance.ts';

const hers = address('0x00000000000000000000000000000000000a1c00');
/** The development account at index 0, which anvil opens with; a key that the whole world knows. */
const signer = mnemonicToAccount('test test test test test test test test test test test junk');

let node: TestNode;
let set: NodeSet;

beforeAll(async () => {
  node = await startAnvil(1);
  set = testNodeSet([node.url]);
});
afterAll(() => node.stop());

async function signed(fields: { nonce: number; value?: bigint; tip?: bigint; max?: bigint }) {
  return await signer.signTransaction({
    chainId: 1,
    type: 'eip1559',
    to: hers,
    value: fields.value ?? 1n,
    nonce: fields.nonce,
    gas: 21_000n,
    maxFeePerGas: fields.max ?? 10n ** 10n,
    maxPriorityFeePerGas: fields.tip ?? 10n ** 9n,
  });
}

async function nonceNow(): Promise<number> {
  const read = await readNonce(set, rich, 'latest');
  if (read.status !== 'read') throw new Error(read.why);
  return read.nonce;
}

describe('sending', () => {
  test('the hash is made from the bytes; sending again is no harm; then it is followed', async () => {
    const nonce = await nonceNow();
    const raw = await signed({ nonce });
    const sent = await broadcast(set, raw);
    expect(sent).toMatchObject({ status: 'accepted', hash: hashOfRaw(raw) });
    expect((await broadcast(set, raw)).status).toMatch(/already_known|nonce_too_low/);
    const from = rich;
    expect(await followTransaction(set, sent.hash, { from, nonce })).toMatchObject({
      status: 'mined',
      succeeded: true,
      confirmations: 1,
    });
    await node.mine(20);
    const final = await followTransaction(set, sent.hash, { from, nonce });
    expect(final).toMatchObject({ status: 'final', confirmations: 21 });
    if (final.status !== 'final') throw new Error('final');
    expect(final.transaction.fee).toMatchObject({ gasUsed: 21_000n });
  });

  test('every known refusal is an outcome', async () => {
    const nonce = await nonceNow();
    expect(await broadcast(set, await signed({ nonce: nonce - 1 }))).toMatchObject({
      status: 'nonce_too_low',
    });
    expect(await broadcast(set, await signed({ nonce, value: 10n ** 30n }))).toMatchObject({
      status: 'insufficient_funds',
    });
    expect(await broadcast(set, await signed({ nonce, max: 1n, tip: 1n }))).toMatchObject({
      status: 'underpriced',
    });
    expect(await broadcast(set, '0x02c0')).toMatchObject({ status: 'refused' });
  });

  test('outbid at the same nonce: the first is replaced, and by which one is found', async () => {
    await node.ask('evm_setAutomine', false);
    const nonce = await nonceNow();
    const first = await signed({ nonce });
    const sent = await broadcast(set, first);
    expect(await followTransaction(set, sent.hash, { from: rich, nonce })).toEqual({
      status: 'pending',
    });
    expect(await readNonce(set, rich, 'pending')).toEqual({ status: 'read', nonce: nonce + 1 });
    expect(await broadcast(set, await signed({ nonce, value: 2n }))).toMatchObject({
      status: 'underpriced',
    });
    const second = await signed({ nonce, value: 2n, tip: 2n * 10n ** 9n, max: 2n * 10n ** 10n });
    const outbid = await broadcast(set, second);
    expect(outbid).toMatchObject({ status: 'accepted' });
    await node.ask('evm_setAutomine', true);
    await node.mine(3);
    expect(await followTransaction(set, sent.hash, { from: rich, nonce })).toEqual({
      status: 'replaced_by_other',
      replacedBy: outbid.hash,
    });
  });

  test('dropped: nobody has it and its nonce is free', async () => {
    await node.ask('evm_setAutomine', false);
    const nonce = await nonceNow();
    const { hash } = await broadcast(set, await signed({ nonce }));
    await node.ask('anvil_dropTransaction', hash);
    await node.ask('evm_setAutomine', true);
    expect(await followTransaction(set, hash, { from: rich, nonce })).toEqual({
      status: 'dropped',
    });
  });

  test('a silent node is unread, beside one that answers it is not', async () => {
    const silent = await startOddNode(() => {});
    const raw = await signed({ nonce: await nonceNow() });
    expect(await broadcast(testNodeSet([silent.url]), raw)).toMatchObject({
      status: 'unread',
      hash: hashOfRaw(raw),
    });
    expect(await broadcast(testNodeSet([silent.url, node.url]), raw)).toMatchObject({
      status: 'accepted',
    });
    await silent.stop();
  });

  test('a hash of the node’s own making is not believed', async () => {
    const liar = await startLiar(node.url, ({ method }) =>
      method === 'eth_sendRawTransaction' ? `0x${'1'.repeat(64)}` : undefined,
    );
    const raw = await signed({ nonce: await nonceNow() });
    expect(await broadcast(testNodeSet([liar.url]), raw)).toMatchObject({
      status: 'unread',
      hash: hashOfRaw(raw),
    });
    await liar.stop();
  });
});
