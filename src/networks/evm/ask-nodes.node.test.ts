import type { Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractName } from '../../../contracts/index.ts';
import { other, rich, startAnvil, type TestNode } from '../../../test/anvil.ts';
import { testNodeSet } from '../../../test/node-set.ts';
import { startLiar } from '../../../test/odd-node.ts';
import type { AssetId } from '../../money/index.ts';
import { type Address, address } from '../address.ts';
import { networkIdOf } from '../network.ts';
import type { NodeSet } from '../node-set.ts';
import { networkById } from '../registry.ts';
import { nativeAsset, nftAsset, tokenAsset } from '../transfer.ts';
import { estimateTransferGas, quoteFees } from './quote-fees.ts';
import { readAddressFacts } from './read-address-facts.ts';
import { readBalance } from './read-balance.ts';

const network = networkById(networkIdOf(1));
const hers = address('0x00000000000000000000000000000000000a1c00');
const ether = 10n ** 18n;

let node: TestNode;
let set: NodeSet;

beforeAll(async () => {
  node = await startAnvil(1);
  set = testNodeSet([node.url]);
});
afterAll(() => node.stop());

async function tokenOf(name: ContractName, units: bigint, holder = rich): Promise<Address> {
  const token = await node.deploy(name);
  await node.call({ on: token, contract: name, function: 'mint', args: [holder, units] });
  return token;
}

describe('what a transfer costs', () => {
  test('the fee market of the chain, with headroom for the base fee', async () => {
    const quote = await quoteFees(set);
    if (quote.status !== 'quoted' || quote.type !== 'eip1559') throw new Error('an EIP-1559 quote');
    expect(quote.maxFeePerGas).toBe(quote.baseFee * 2n + quote.maxPriorityFeePerGas);
    expect(quote).toMatchObject({ gasPriceMax: quote.maxFeePerGas, dataFeeMax: 0n });
  });

  test('a chain without a base fee is paid the legacy way', async () => {
    const old = await startAnvil(1, ['--hardfork', 'berlin']);
    expect(await quoteFees(testNodeSet([old.url]))).toMatchObject({
      status: 'quoted',
      type: 'legacy',
    });
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
    expect(await readBalance(testNodeSet([node.url, late.url]), { asset, address: hers })).toEqual({
      status: 'read',
      units: BigInt(balance),
    });
    await late.stop();
  });
});
