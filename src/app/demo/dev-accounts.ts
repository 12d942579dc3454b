import { type Address, address } from '../../networks/index.ts';

/**
 * Accounts that every development node opens with, rich and with keys that the whole world knows:
 * good for play, never for more. Each network has a deployer of its own, so that no contract has the
 * same address on both.
 */
export const devAccounts = {
  deployerOfListed: address('0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'),
  deployerOfUnlisted: address('0x70997970c51812dc3a010c7d01b50e0d17dc79c8'),
  bank: address('0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc'),
  aiko: address('0x90f79bf6eb2c4f870365e785982e1f101e93b906'),
  ben: address('0x15d34aaf54267db7d7c367839aaf71a00a2c6a65'),
  chen: address('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc'),
  dana: address('0x976ea74026e726554db657fa54763abd0c3a0aa9'),
  stranger: address('0x14dc79964da2c08b23698b3d3cc7ca32193d9955'),
  anotherExchange: address('0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f'),
} satisfies Record<string, Address>;

/** Names of the accounts. */
export type DevAccount = keyof typeof devAccounts;

/** The words that the accounts come from: every development node prints them. */
export const devMnemonic = 'test test test test test test test test test test test junk';

/** The place of an account in the derivation m/44'/60'/0'/0/<index>. */
export function devAccountIndex(name: DevAccount): number {
  return Object.keys(devAccounts).indexOf(name);
}
