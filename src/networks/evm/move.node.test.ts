import type { Hex } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractName } from '../../../contracts/index.ts';
import { other, rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { startLiar, startOddNode } from '../../../test/odd-node.ts';
import type { AssetId } from '../../money/index.ts';
import { type Address, address } from '../address.ts';
import { networkIdOf } from '../network.ts';
import { type NodeSet, nodeSet } from '../node-set.ts';
import { networkById } from '../registry.ts';
import { nativeAsset, nftAsset, tokenAsset } from '../transfer.ts';
import { broadcast, hashOfRaw } from './broadcast.ts';
import { followTransaction } from './follow-transaction.ts';
import { estimateTransferGas, quoteFees } from './quote-fees.ts';
import { readAddressFacts } from './read-address-facts.ts';
import { readBalance, readNonce } from './read-balance.ts';
import { readToken } from './read-token.ts';
import { simulateTransfer } from './simulate-transfer.ts';

const network = networkById(networkIdOf(1));
const hers = address('0x00000000000000000000000000000000000a1c00');
const ether = 10n ** 18n;
/** The development account at index 0, which anvil opens with; a key that the whole world knows. */
const signer = mnemonicToAccount('test test test test test test test test test test test junk');

let node: TestNode;
let set: NodeSet;

beforeAll(async () => {
  node = await startAnvil(1);
  set = setOf(node.url);
});
afterAll(() => node.stop());

function setOf(...urls: string[]): NodeSet {
  const made = nodeSet(network, urls, {
    limits: { timeoutMs: 1_000, bytesMax: 1_000_000, callsMax: 100 },
  });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function tokenOf(name: ContractName, units: bigint, holder = rich): Promise<Address> {
  const token = await node.deploy(name);
  await node.call({ on: token, contract: name, function: 'mint', args: [holder, units] });
  return token;
}

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

describe('a transfer is tried before it is made, and judged by balances', () => {
  const tries = async (token: Address | null, amount: bigint, to = hers, from = rich) =>
    await simulateTransfer(set, { token, from, to, amount });

  test('coins and honest tokens move exactly', async () => {
    expect(await tries(null, ether)).toEqual({ status: 'moves' });
    expect(await tries(await tokenOf('WrappedBitcoin', 500n), 500n)).toEqual({ status: 'moves' });
  });

  test('a token that returns no value moves all the same', async () => {
    expect(await tries(await tokenOf('TetherLike', 500n), 500n)).toEqual({ status: 'moves' });
  });

  test('a token that keeps a part says how much arrives', async () => {
    const token = await tokenOf('FeeOnTransfer', 1_000n, other);
    expect(await tries(token, 1_000n, hers, other)).toEqual({
      status: 'moves_less',
      received: 990n,
    });
  });

  test('a token that answers false moves nothing, whatever it logs', async () => {
    for (const name of ['ReturnsFalse', 'ReturnsFalseAndLies'] as const) {
      expect(await tries(await tokenOf(name, 500n), 500n)).toEqual({ status: 'returns_false' });
    }
  });

  test('a paused token reverts, and is known to be paused', async () => {
    const token = await tokenOf('PausedToken', 500n);
    expect(await tries(token, 500n)).toEqual({ status: 'moves' });
    const pause = { on: token, contract: 'PausedToken', function: 'setPaused' } as const;
    await node.call({ ...pause, args: [true] });
    expect(await tries(token, 500n)).toMatchObject({ status: 'reverts', paused: true });
    expect(await readToken(set, token)).toMatchObject({ status: 'read', token: { paused: true } });
  });

  test('more than there is, a contract that takes no coins, and no contract at all', async () => {
    const token = await tokenOf('WrappedBitcoin', 500n);
    expect(await tries(token, 501n)).toMatchObject({ status: 'reverts', paused: false });
    const closed = await node.deploy('NoReceive');
    expect(await tries(null, 1n, closed)).toMatchObject({ status: 'reverts' });
    expect(await tries(hers, 1n, other)).toEqual({ status: 'moves_nothing' });
    expect(await tries(null, 1n, other, hers)).toMatchObject({ status: 'reverts' });
  });

  test('a token whose fee goes to the sender: neither balance is believed alone', async () => {
    const token = await tokenOf('FeeOnTransfer', 1_000n);
    expect(await tries(token, 1_000n)).toEqual({
      status: 'moves_otherwise',
      received: 990n,
      spent: 990n,
    });
  });

  test('from and to the same address: nothing moves', async () => {
    expect(await tries(null, 1n, rich)).toEqual({ status: 'moves_nothing' });
  });

  test('a node that says otherwise makes it unread', async () => {
    const token = await tokenOf('FeeOnTransfer', 1_000n);
    const amount = (units: number) => units.toString(16).padStart(64, '0');
    const notes = [0, 1_000, 1_000, 0, 1, 1].map(amount).join('');
    const liar = await startLiar(node.url, ({ method, params }) =>
      method === 'eth_call' && params.length === 3 ? `0x${notes}` : undefined,
    );
    const both = setOf(node.url, liar.url);
    const order = { token, from: rich, to: hers, amount: 1_000n };
    expect(await simulateTransfer(setOf(liar.url), order)).toEqual({ status: 'moves' });
    expect(await simulateTransfer(both, order)).toMatchObject({
      status: 'unread',
      why: 'disagree',
    });
    await liar.stop();
  });
});

describe('what a transfer costs', () => {
  test('the fee market of the chain, with headroom for the base fee', async () => {
    const quote = await quoteFees(set);
    if (quote.status !== 'quoted' || quote.type !== 'eip1559') throw new Error('an EIP-1559 quote');
    expect(quote.maxFeePerGas).toBe(quote.baseFee * 2n + quote.maxPriorityFeePerGas);
    expect(quote).toMatchObject({ gasPriceMax: quote.maxFeePerGas, dataFeeMax: 0n });
  });

  test('a chain without a base fee is paid the legacy way', async () => {
    const old = await startAnvil(1, ['--hardfork', 'berlin']);
    expect(await quoteFees(setOf(old.url))).toMatchObject({ status: 'quoted', type: 'legacy' });
    await old.stop();
  });

  test('a layer 2 asks for its data fee; without its oracle there is no quote', async () => {
    const layer2 = { ...set, network: { ...network, layer2: 'op-stack' as const } };
    expect(await quoteFees(layer2)).toMatchObject({ status: 'unread' });
    const oracle = '0x420000000000000000000000000000000000000f';
    // PUSH3 0x0f4240 MSTORE(0) RETURN(0, 32): a fee of a million.
    await node.ask('anvil_setCode', oracle, '0x620f424060005260206000f3');
    expect(await quoteFees(layer2)).toMatchObject({ status: 'quoted', dataFeeMax: 1_000_000n });
    await node.ask('anvil_setCode', oracle, '0x');
  });

  test('gas of a transfer, or that it fails', async () => {
    const token = await tokenOf('TetherLike', 500n);
    const order = { token, from: rich, to: hers, amount: 500n };
    const gas = await estimateTransferGas(set, order);
    expect(gas.status === 'estimated' && gas.gas > 21_000n && gas.gas < 100_000n).toBe(true);
    const coins = { token: null, from: rich, to: hers, amount: 1n };
    expect(await estimateTransferGas(set, coins)).toEqual({ status: 'estimated', gas: 21_000n });
    expect(await estimateTransferGas(set, { ...order, amount: 501n })).toMatchObject({
      status: 'reverts',
    });
    const closed = { ...coins, to: await node.deploy('NoReceive') };
    expect(await estimateTransferGas(set, closed)).toMatchObject({ status: 'reverts' });
  });
});

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
    expect(await broadcast(setOf(silent.url), raw)).toMatchObject({
      status: 'unread',
      hash: hashOfRaw(raw),
    });
    expect(await broadcast(setOf(silent.url, node.url), raw)).toMatchObject({ status: 'accepted' });
    await silent.stop();
  });

  test('a hash of the node’s own making is not believed', async () => {
    const liar = await startLiar(node.url, ({ method }) =>
      method === 'eth_sendRawTransaction' ? `0x${'1'.repeat(64)}` : undefined,
    );
    const raw = await signed({ nonce: await nonceNow() });
    expect(await broadcast(setOf(liar.url), raw)).toMatchObject({
      status: 'unread',
      hash: hashOfRaw(raw),
    });
    await liar.stop();
  });
});

describe('what an address is and holds', () => {
  test('ordinary, contract, minimal proxy and delegated addresses', async () => {
    const contract = await node.deploy('WrappedBitcoin');
    const proxy = address('0x00000000000000000000000000000000000b0001');
    const delegated = address('0x00000000000000000000000000000000000b0002');
    const middle = contract.slice(2);
    await node.ask(
      'anvil_setCode',
      proxy,
      `0x363d3d373d3d3d363d73${middle}5af43d82803e903d91602b57fd5bf3`,
    );
    await node.ask('anvil_setCode', delegated, `0xef0100${middle}`);
    const facts = await readAddressFacts(set, [other, contract, proxy, delegated]);
    expect(facts).toMatchObject({
      status: 'read',
      addresses: [
        { address: other, code: 'none', isContract: false, runsCodeOf: null, nonce: 0 },
        { address: contract, code: 'contract', isContract: true, runsCodeOf: null },
        { address: proxy, code: 'contract', isContract: true, runsCodeOf: contract },
        { address: delegated, code: 'delegated', isContract: false, runsCodeOf: contract },
      ],
    });
    expect(facts.status === 'read' && facts.addresses[0]?.balance).toBe(10_000n * ether);
  });

  test('balances of coins, tokens and single things', async () => {
    const token = await tokenOf('WrappedBitcoin', 500n);
    const thing = await node.deploy('Collectible');
    await node.call({ on: thing, contract: 'Collectible', function: 'mint', args: [hers, 7n] });
    const many = await node.deploy('MultiToken');
    await node.call({ on: many, contract: 'MultiToken', function: 'mint', args: [hers, 7n, 30n] });
    const holds = async (asset: AssetId, holder: Address) =>
      await readBalance(set, { asset, address: holder });
    expect(await holds(nativeAsset(network.id), other)).toEqual({
      status: 'read',
      units: 10_000n * ether,
    });
    expect(await holds(tokenAsset(network.id, token), rich)).toEqual({
      status: 'read',
      units: 500n,
    });
    const one = nftAsset(network.id, thing, 7n);
    expect(await holds(one, hers)).toEqual({ status: 'read', units: 1n });
    expect(await holds(one, rich)).toEqual({ status: 'read', units: 0n });
    const several = nftAsset(network.id, many, 7n);
    expect(await holds(several, hers)).toEqual({ status: 'read', units: 30n });
  });

  test('nodes a block apart are asked about the block that both have', async () => {
    const before = await node.ask<Hex>('eth_blockNumber');
    await node.send({ to: hers, value: 5n });
    const late = await startLiar(node.url, ({ method, params }) => {
      if (method === 'eth_blockNumber') return before;
      return method === 'eth_getBalance' && params[1] === 'latest' ? '0x0' : undefined;
    });
    const balance = await node.ask<Hex>('eth_getBalance', hers, before);
    const asset = nativeAsset(network.id);
    expect(await readBalance(setOf(node.url, late.url), { asset, address: hers })).toEqual({
      status: 'read',
      units: BigInt(balance),
    });
    await late.stop();
  });
});
