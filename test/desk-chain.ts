import { type Abi, encodeDeployData, encodeFunctionData } from 'viem';
import { contract } from '../contracts/index.ts';
import {
  contractAddress,
  type DeploymentName,
  deployerOn,
  deployments,
} from '../src/app/demo/contracts.ts';
import { devAccounts } from '../src/app/demo/dev-accounts.ts';
import type { Address, TxHash } from '../src/networks/index.ts';
import { invariant } from '../src/std/index.ts';
import { startAnvil, type TestNode } from './anvil.ts';

/** A node of a test desk, with the demo's contracts on it. Every transaction gets its block at once. */
export interface DeskChain extends TestNode {
  at(name: DeploymentName): Address;
  /** Gives an address tokens out of nothing, and coins from the bank. */
  mint(token: DeploymentName, to: Address, units: bigint): Promise<TxHash>;
  give(to: Address, wei: bigint): Promise<TxHash>;
  /** A transfer by an account whose key the node holds; the tokens are minted for it first. */
  sendToken(token: DeploymentName, from: Address, to: Address, units: bigint): Promise<TxHash>;
  callOn(
    name: DeploymentName,
    from: Address,
    functionName: string,
    args: readonly unknown[],
  ): Promise<TxHash>;
  /** A call by the account that deployed the contracts, and that tokens obey. */
  callAsOwner(
    name: DeploymentName,
    functionName: string,
    args: readonly unknown[],
  ): Promise<TxHash>;
  units(token: DeploymentName | null, holder: Address): Promise<bigint>;
  automine(on: boolean): Promise<void>;
}

/** Starts a node and puts the demo's contracts where the demo has them. */
export async function startDeskChain(
  chainId: 1 | 61,
  flags: readonly string[] = [],
): Promise<DeskChain> {
  const node = await startAnvil(chainId, flags);
  await deployAll(node);
  const at = (name: DeploymentName) => contractAddress(chainId, name);
  const callOn: DeskChain['callOn'] = (name, from, functionName, args) =>
    node.call({
      from,
      on: at(name),
      contract: deployments[name].contract,
      function: functionName,
      args,
    });
  return {
    ...node,
    at,
    callOn,
    callAsOwner: (name, functionName, args) =>
      callOn(name, deployerOn(chainId), functionName, args),
    mint: (token, to, units) => callOn(token, deployerOn(chainId), 'mint', [to, units]),
    give: (to, wei) => node.send({ from: devAccounts.bank, to, value: wei }),
    sendToken: async (token, from, to, units) => {
      await callOn(token, deployerOn(chainId), 'mint', [from, units]);
      return await callOn(token, from, 'transfer', [to, units]);
    },
    units: async (token, holder) => {
      if (token === null) return BigInt(await node.ask<string>('eth_getBalance', holder, 'latest'));
      const { abi } = contract(deployments[token].contract);
      const data = encodeFunctionData({
        abi: abi as Abi,
        functionName: 'balanceOf',
        args: [holder],
      });
      return BigInt(await node.ask<string>('eth_call', { to: at(token), data }, 'latest'));
    },
    automine: async (on) => {
      await node.ask('evm_setAutomine', on);
    },
  };
}

/** All at once: the nonces say which comes first. */
async function deployAll(node: TestNode): Promise<void> {
  const from = deployerOn(node.chainId);
  let last: string | null = null;
  for (const { contract: name, args } of Object.values(deployments)) {
    const { abi, bytecode } = contract(name);
    const data = encodeDeployData({ abi: abi as Abi, bytecode, args: [...args] });
    last = await node.ask<string>('eth_sendTransaction', { from, data, gas: '0x4c4b40' });
  }
  while ((await node.ask('eth_getTransactionReceipt', last)) === null);
  const code = await node.ask<string>(
    'eth_getCode',
    contractAddress(node.chainId, 'wbtc'),
    'latest',
  );
  invariant(code !== '0x', 'the contracts are where the demo has them');
}
