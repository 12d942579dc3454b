import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Abi, Hex } from 'viem';

/** Every contract of the demo world and the tests; what each is like is told in its source. */
export type ContractName =
  | 'Batch'
  | 'Collectible'
  | 'FeeOnTransfer'
  | 'Forwarder'
  | 'ForwarderFactory'
  | 'InnerSender'
  | 'LiarToken'
  | 'MigratedToken'
  | 'MultiToken'
  | 'NoReceive'
  | 'PausedToken'
  | 'ReturnsFalse'
  | 'ReturnsFalseAndLies'
  | 'SmartWallet'
  | 'TetherLike'
  | 'WrappedBitcoin';

/** A compiled contract, ready for viem's `deployContract` and `encodeFunctionData`. */
export interface Contract {
  readonly abi: Abi;
  readonly bytecode: Hex;
  readonly deployedBytecode: Hex;
}

/** Reads a committed artifact; needs no compiler. */
export function contract(name: ContractName): Contract {
  const file = join(import.meta.dirname, 'artifacts', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Contract;
}
