import type { Address, TxHash } from '../../src/networks/index.ts';
import { rich } from '../anvil.ts';
import {
  type Asked,
  type Chain,
  hers,
  key,
  knowledge,
  nodes,
  stranger,
  withBitcoin,
} from './on-nodes.ts';

/** Ways to send something on the test's nodes, each with what the exchange then knows. */

const fiveBitcoin = 500_000_000n;

/** Sends a token, and buries it as deep as any network asks for. */
async function sent(
  where: Chain,
  token: Exclude<keyof Chain, 'node' | 'inner'>,
  to: Address,
  units = fiveBitcoin,
): Promise<TxHash> {
  const hash = await where.node.call({
    on: where[token],
    contract: 'WrappedBitcoin',
    function: 'transfer',
    args: [to, units],
  });
  await where.node.mine(64);
  return hash;
}

/** A deposit that is right in every way. */
export const right = async (): Promise<Asked> => ({ hash: await sent(nodes.listed, 'wbtc', hers) });

/** The sender gives the nonce of a waiting transfer to another one. */
export async function replacedTransfer(): Promise<Asked> {
  const { node } = nodes.listed;
  await node.ask('evm_setAutomine', false);
  const nonce = Number(await node.ask<string>('eth_getTransactionCount', rich, 'latest'));
  const hash = await node.send({ to: hers, value: 5n, nonce, gasPrice: 10n ** 10n });
  await node.send({ to: stranger, value: 5n, nonce, gasPrice: 10n ** 11n });
  await node.ask('evm_setAutomine', true);
  await node.mine(64);
  const sightings = [{ network: 'ethereum', seenAt: '2026-11-20T00:00:00Z', from: rich, nonce }];
  return { hash, facts: knowledge({ sightings }) };
}

/** It stays out of every block until `mineAgain`. */
export async function waitingTransfer(): Promise<Asked> {
  const { node } = nodes.listed;
  await node.ask('evm_setAutomine', false);
  const hash = await node.send({ to: hers, value: 5n });
  return { hash };
}

/** Blocks are made again as they come. */
export async function mineAgain(): Promise<void> {
  await nodes.listed.node.ask('evm_setAutomine', true);
  await nodes.listed.node.mine(64);
}

/** The block it was seen in is taken back, and the node forgets the transaction. */
export async function reorgedTransfer(): Promise<Asked> {
  const { node } = nodes.listed;
  const snapshot = await node.ask<string>('evm_snapshot');
  const nonce = Number(await node.ask<string>('eth_getTransactionCount', rich, 'latest'));
  const hash = await node.send({ to: hers, value: 6n });
  const { blockHash, blockNumber } = await node.ask<{ blockHash: string; blockNumber: string }>(
    'eth_getTransactionReceipt',
    hash,
  );
  await node.ask('evm_revert', snapshot);
  await node.mine(64);
  const sighting = {
    network: 'ethereum',
    blockHash,
    blockNumber: BigInt(blockNumber).toString(),
    seenAt: '2026-11-20T00:00:00Z',
    from: rich,
    nonce,
  };
  return { hash, facts: knowledge({ sightings: [sighting] }) };
}

/** More than the sender has. */
export async function failedTransfer(): Promise<Asked> {
  const hash = await nodes.listed.node.call({
    on: nodes.listed.wbtc,
    contract: 'WrappedBitcoin',
    function: 'transfer',
    args: [hers, 10n ** 30n],
    gas: 200_000n,
  });
  await nodes.listed.node.mine(64);
  return { hash };
}

/** By a contract's inner call. */
export const byContract = (target: Address) => async (): Promise<Asked> => {
  const hash = await nodes.listed.node.call({
    on: nodes.listed.inner,
    contract: 'InnerSender',
    function: 'pass',
    args: [target],
    value: 5n,
  });
  await nodes.listed.node.mine(64);
  return { hash };
};

/** The network's own coin. */
export const coin = (to: Address) => async (): Promise<Asked> => {
  const hash = await nodes.listed.node.send({ to, value: 5n });
  await nodes.listed.node.mine(64);
  return { hash };
};

/** A token, where the exchange knows what `facts` says. */
export const token =
  (
    where: () => Chain,
    name: Exclude<keyof Chain, 'node' | 'inner'>,
    to: Address | (() => Address),
    facts?: () => unknown,
    units = fiveBitcoin,
  ) =>
  async (): Promise<Asked> => {
    const hash = await sent(where(), name, typeof to === 'function' ? to() : to, units);
    return { hash, facts: facts?.() ?? knowledge() };
  };

/** The network that the exchange lists. */
export const onListed = () => nodes.listed;
/** The one that it does not. */
export const onUnlisted = () => nodes.unlisted;
/** The id of no transaction. */
export const nobody = `0x${'99'.repeat(32)}`;
/** She has shown that the sending wallet is hers. */
export const proven = { provenSenders: [{ address: rich, customer: 'aoi' }] };
/** He consents. */
export const consented = { consents: [{ network: 'ethereum', path: 'log:0', customer: 'ren' }] };
/** Deposits are off from then on. */
export const suspended = (from: string) => withBitcoin({ suspensions: [{ from }] });
/** The books hold a credit for the transfer at this path. */
export const credited = (path: string, hash?: string) =>
  knowledge({
    credits: [
      { network: 'ethereum', hash, path, units: '500000000', customer: 'aoi', reference: 'c-1' },
    ],
  });
/** The exchange works with this wallet itself. */
export const houseOwns = (address: Address) => {
  const { addresses } = knowledge();
  return knowledge({ addresses: [...addresses, { address, purpose: 'hot', control: key }] });
};
