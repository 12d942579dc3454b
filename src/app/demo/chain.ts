import {
  type Abi,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  http,
  type TransactionReceipt,
} from 'viem';
import { type ContractName, contract } from '../../../contracts/index.ts';
import { type Address, address } from '../../networks/index.ts';
import { invariant } from '../../std/index.ts';
import type { NodeFacts } from '../start/facts.ts';
import { contractAddress, type DeploymentName, deployerOn, deployments } from './contracts.ts';

/** One network of the demo world: its node holds the keys of the development accounts. */
export interface DemoChain extends NodeFacts {
  /** Sends a transaction of a development account and waits until it is in a block. */
  send(transaction: {
    readonly from: Address;
    readonly to?: Address;
    readonly value?: bigint;
    readonly data?: Hex;
    /** Given for a transaction that is to fail, which could not be estimated. */
    readonly gas?: bigint;
  }): Promise<TransactionReceipt>;
  /** Calls a function of a deployed contract as `from`. */
  call(call: ContractCall): Promise<TransactionReceipt>;
  at(name: DeploymentName): Address;
  balanceOf(holder: Address, token?: Address): Promise<bigint>;
  hasCode(at: Address): Promise<boolean>;
  nonceOf(account: Address): Promise<bigint>;
  /** Any question of JSON-RPC (`anvil_mine` and the like). */
  ask<T>(method: string, params: readonly unknown[]): Promise<T>;
}

/** A call of a contract's function. `on` is a deployment of the demo world, or another address. */
export interface ContractCall {
  readonly from: Address;
  readonly on: DeploymentName | { readonly contract: ContractName; readonly address: Address };
  readonly function: string;
  readonly args: readonly unknown[];
  readonly value?: bigint;
  readonly gas?: bigint;
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Refuses a node that is not on this machine: the demo's keys are known to everyone. */
export function refuseRemote(url: string): void {
  if (loopback.has(new URL(url).hostname)) return;
  throw new Error(
    `The demo uses nodes on this machine only, not ${new URL(url).hostname}: its keys are known to everyone.`,
  );
}

/** The hands of the demo on one network. Refuses a node that is not on this machine. */
export function demoChain(node: NodeFacts): DemoChain {
  refuseRemote(node.url);
  const chain = defineChain({
    id: node.chainId,
    name: node.network,
    nativeCurrency: { name: 'coin', symbol: 'COIN', decimals: 18 },
    rpcUrls: { default: { http: [node.url] } },
  });
  const transport = http(node.url);
  const reader = createPublicClient({ chain, transport, pollingInterval: 100 });
  const writer = createWalletClient({ chain, transport });

  const send: DemoChain['send'] = async ({ from, ...rest }) => {
    const hash = await writer.sendTransaction({ account: from, ...rest });
    return reader.waitForTransactionReceipt({ hash });
  };
  const at = (name: DeploymentName) => contractAddress(node.chainId, name);
  return {
    ...node,
    send,
    at,
    call: ({ from, on, function: functionName, args, value, gas }) => {
      const [to, name] =
        typeof on === 'string' ? [at(on), deployments[on].contract] : [on.address, on.contract];
      const data = encodeFunctionData({ abi: contract(name).abi, functionName, args });
      return send({ from, to, data, ...(value && { value }), ...(gas && { gas }) });
    },
    balanceOf: (holder, token) =>
      token
        ? (reader.readContract({
            address: token,
            abi: contract('WrappedBitcoin').abi,
            functionName: 'balanceOf',
            args: [holder],
          }) as Promise<bigint>)
        : reader.getBalance({ address: holder }),
    hasCode: async (where) => (await reader.getCode({ address: where })) !== undefined,
    nonceOf: async (account) => BigInt(await reader.getTransactionCount({ address: account })),
    ask: (method, params) => reader.request({ method, params } as never),
  };
}

/** Deploys what is not there yet. An interrupted start goes on where it stopped. */
export async function deployAll(chain: DemoChain): Promise<void> {
  const deployer = deployerOn(chain.chainId);
  const names = Object.keys(deployments) as DeploymentName[];
  const done = Number(await chain.nonceOf(deployer));
  for (const [index, name] of names.entries()) {
    if (index >= done) await deploy(chain, deployer, name);
    if (!(await chain.hasCode(chain.at(name)))) {
      throw new Error(
        `The demo's ${chain.network} was made by another version of Kaeru. Remove its folder (./var) and start again.`,
      );
    }
  }
}

async function deploy(chain: DemoChain, deployer: Address, name: DeploymentName): Promise<void> {
  const { contract: contractName, args } = deployments[name];
  const { abi, bytecode } = contract(contractName);
  const data = encodeDeployData({ abi: abi as Abi, bytecode, args: [...args] });
  const receipt = await chain.send({ from: deployer, data });
  const made = receipt.contractAddress ? address(receipt.contractAddress.toLowerCase()) : null;
  invariant(made === chain.at(name), `${name} was deployed where it was expected`);
}
