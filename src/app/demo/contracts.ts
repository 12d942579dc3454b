import { getContractAddress } from 'viem';
import type { ContractName } from '../../../contracts/index.ts';
import { type Address, address } from '../../networks/index.ts';
import { devAccounts } from './dev-accounts.ts';

/** A contract of the demo world, by what it is there for. */
export interface Deployment {
  readonly contract: ContractName;
  readonly args: readonly unknown[];
}

/**
 * What is deployed on each of the two networks, in this order: the n-th has the address that the
 * n-th transaction of the network's deployer makes, so every start finds the same addresses. New
 * ones go at the end.
 */
export const deployments = {
  wbtc: { contract: 'WrappedBitcoin', args: [] },
  usdt: { contract: 'TetherLike', args: [] },
  toll: { contract: 'FeeOnTransfer', args: [] },
  paused: { contract: 'PausedToken', args: [] },
  liar: { contract: 'LiarToken', args: ['Wrapped BTC', 'WBTC', 8] },
  returnsFalse: { contract: 'ReturnsFalse', args: [] },
  mirage: { contract: 'ReturnsFalseAndLies', args: [] },
  oldUsdt: { contract: 'MigratedToken', args: ['Tether USD (old)', 'USDT', 6] },
  frogs: { contract: 'Collectible', args: [] },
  items: { contract: 'MultiToken', args: [] },
  innerSender: { contract: 'InnerSender', args: [] },
  batch: { contract: 'Batch', args: [] },
  forwarderFactory: { contract: 'ForwarderFactory', args: [] },
  noReceive: { contract: 'NoReceive', args: [] },
  smartWallet: { contract: 'SmartWallet', args: [devAccounts.dana] },
  unlistedToken: { contract: 'LiarToken', args: ['Puddle', 'PUDL', 18] },
} as const satisfies Record<string, Deployment>;

/** Names of what is deployed. */
export type DeploymentName = keyof typeof deployments;

const deployerOf: Readonly<Record<number, Address>> = {
  1: devAccounts.deployerOfListed,
  61: devAccounts.deployerOfUnlisted,
};

/** The account that deploys on a demo network, and that its tokens obey. */
export function deployerOn(chainId: number): Address {
  const deployer = deployerOf[chainId];
  if (!deployer) throw new Error(`Nothing of the demo world is deployed on chain ${chainId}.`);
  return deployer;
}

/** Where a contract of the demo world lies on a network, known before it is deployed. */
export function contractAddress(chainId: number, name: DeploymentName): Address {
  const nonce = BigInt(Object.keys(deployments).indexOf(name));
  return address(getContractAddress({ from: deployerOn(chainId), nonce }).toLowerCase());
}
