import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Abi, encodeDeployData, encodeFunctionData, type Hex } from 'viem';
import { type ContractName, contract } from '../contracts/index.ts';
import { anvilBinary } from '../src/app/start/nodes.ts';
import { type Address, address, type TxHash, txHash } from '../src/networks/index.ts';
import { invariant, sleep } from '../src/std/index.ts';

/** Two of the accounts whose keys every anvil holds and is willing to sign for. */
export const rich = address('0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266');
export const other = address('0x70997970c51812dc3a010c7d01b50e0d17dc79c8');

/** An EVM node of the test's own, a real one. Blocks are made at once, one for each transaction. */
export interface TestNode {
  readonly url: string;
  readonly chainId: number;
  readonly process: ChildProcess;
  /** Any question of JSON-RPC; throws with the node's own message. */
  ask<T = unknown>(method: string, ...params: unknown[]): Promise<T>;
  /** Sends; with automatic mining on it is in a block when this returns. */
  send(transaction: TestTransaction): Promise<TxHash>;
  /** Sends a call of one of the repository's contracts. */
  call(call: TestCall): Promise<TxHash>;
  deploy(name: ContractName, ...args: unknown[]): Promise<Address>;
  mine(blocks?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TestTransaction {
  readonly from?: Address;
  readonly to?: Address;
  readonly value?: bigint;
  readonly data?: Hex;
  /** Needed where the transaction is to fail, for it can't be estimated then. */
  readonly gas?: bigint;
  readonly gasPrice?: bigint;
  readonly nonce?: number;
}

export interface TestCall extends Omit<TestTransaction, 'to' | 'data'> {
  readonly on: Address;
  readonly contract: ContractName;
  readonly function: string;
  readonly args: readonly unknown[];
}

const startTimeoutMs = 20_000;

/** Starts anvil on a free port. `finalized` is two blocks behind its newest. */
export async function startAnvil(chainId = 1, flags: readonly string[] = []): Promise<TestNode> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = ['--port', String(port), '--chain-id', String(chainId), '--quiet'];
  const child = spawn(anvilBinary(), [...options, '--slots-in-an-epoch', '1', ...flags], {
    stdio: 'ignore',
  });
  const ask = asker(url);
  const startedBy = Date.now() + startTimeoutMs;
  for (;;) {
    const up = await ask('eth_chainId').then(
      () => true,
      () => false,
    );
    if (up) break;
    invariant(child.exitCode === null && Date.now() < startedBy, 'the node starts');
    await sleep(20);
  }
  const send = (transaction: TestTransaction) => sendWith(ask, transaction);
  return {
    url,
    chainId,
    process: child,
    ask,
    send,
    call: ({ on, contract: name, function: functionName, args, ...rest }) => {
      const data = encodeFunctionData({ abi: contract(name).abi as Abi, functionName, args });
      return send({ ...rest, to: on, data });
    },
    deploy: async (name, ...args) => {
      const { abi, bytecode } = contract(name);
      const hash = await send({ data: encodeDeployData({ abi, bytecode, args }) });
      const receipt = await ask<{ contractAddress: string }>('eth_getTransactionReceipt', hash);
      return address(receipt.contractAddress);
    },
    mine: async (blocks = 1) => {
      await ask('anvil_mine', `0x${blocks.toString(16)}`);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function sendWith(ask: TestNode['ask'], transaction: TestTransaction): Promise<TxHash> {
  const { from = rich, to, data, ...numbers } = transaction;
  const hex = Object.entries(numbers).map(([name, value]) => [name, `0x${value.toString(16)}`]);
  const fields = { from, ...(to ? { to } : {}), ...(data ? { data } : {}) };
  const hash = txHash(
    await ask<string>('eth_sendTransaction', { ...fields, ...Object.fromEntries(hex) }),
  );
  // The node answers a moment before the block is there.
  const waits = await ask<boolean>('anvil_getAutomine');
  while (waits && (await ask('eth_getTransactionReceipt', hash)) === null) await sleep(2);
  return hash;
}

function asker(url: string): TestNode['ask'] {
  return async <T>(method: string, ...params: unknown[]): Promise<T> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const answer = (await response.json()) as { result?: T; error?: { message: string } };
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as T;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
