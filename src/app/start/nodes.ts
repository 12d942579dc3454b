import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { invariant, sleep } from '../../std/index.ts';
import { freePort } from '../postgres/embedded.ts';
import { endProcess, isRunning } from '../processes/identity.ts';
import { forget, type KnownProcess, remember, stillRunning } from '../processes/known.ts';
import type { NodeFacts } from './facts.ts';

/** A node of the demo world. It is never started again by itself: what it forgets is a reorg. */
export interface DemoNode extends NodeFacts {
  readonly name: string;
  readonly process: KnownProcess;
  /** True when a node of an earlier run was found alive and is used on. */
  readonly wasFound: boolean;
}

/** The two networks of the demo world: one that the exchange lists, one that it does not. */
export const demoNetworks = [
  { network: 'ethereum', chainId: 1 },
  { network: 'evm:61', chainId: 61 },
] as const;

const startTimeoutMs = 20_000;
const blockSeconds = 1;

/**
 * Starts both nodes, or finds those that an earlier run left alive on the same chain. They are
 * processes of their own that outlive this one; ended in order, they write down what they know.
 */
export async function startDemoNodes(folder: string): Promise<DemoNode[]> {
  return Promise.all(
    demoNetworks.map(async ({ network, chainId }) => {
      const name = `node-${network.replace(':', '-')}`;
      const found = stillRunning(folder, name);
      if (found && (await isSameChain(found, chainId))) {
        return { network, chainId, name, url: urlOf(found), process: found, wasFound: true };
      }
      if (found) await endProcess(found);
      return startNode(folder, name, network, chainId);
    }),
  );
}

/** Ends the nodes in order, so that they write their state for the next start. */
export async function stopDemoNodes(folder: string, nodes: readonly DemoNode[]): Promise<void> {
  await Promise.all(
    nodes.map(async (node) => {
      await endProcess(node.process);
      forget(folder, node.name);
    }),
  );
}

/** Calls `onDeath` once for each node that ends while `isStopping()` is false. */
export function watchNodes(
  nodes: readonly DemoNode[],
  onDeath: (node: DemoNode) => void,
): { end(): void } {
  const alive = new Set(nodes);
  const timer = setInterval(() => {
    for (const node of alive) {
      if (isRunning(node.process)) continue;
      alive.delete(node);
      onDeath(node);
    }
  }, 500);
  timer.unref();
  return { end: () => clearInterval(timer) };
}

async function startNode(
  folder: string,
  name: string,
  network: string,
  chainId: number,
): Promise<DemoNode> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'nodes'), { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
  const output = openSync(join(folder, 'log', `${name}.log`), 'a', 0o600);
  const child = spawn(anvilBinary(), nodeArguments(folder, name, port, chainId), {
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  child.once('error', () => {});
  child.unref();
  const genesis = await untilAnswers(url, name, () => child.exitCode === null);
  invariant(child.pid !== undefined, 'a node that answers has a process id');
  const known = remember(folder, name, child.pid, { url, chainId, genesis });
  if (!known) throw new Error(`The demo's ${name} ended as it started. See log/${name}.log.`);
  return { network, chainId, name, url, process: known, wasFound: false };
}

/** A block a second and one at once for every transaction; `finalized` is two blocks behind. */
function nodeArguments(folder: string, name: string, port: number, chainId: number): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(chainId)],
    ...['--block-time', String(blockSeconds), '--mixed-mining', '--slots-in-an-epoch', '1'],
    ...['--state', join(folder, 'nodes', `${name}.json`), '--quiet'],
  ];
}

/** The program itself, from its package; on a platform without one, `anvil` from the PATH. */
export function anvilBinary(): string {
  const name = '@foundry-rs/anvil-linux-amd64';
  if (process.platform === 'linux' && process.arch === 'x64') {
    const require = createRequire(import.meta.url);
    return join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'anvil');
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, 'anvil')).find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    `The demo's nodes need 'anvil', which has no package for ${process.platform} on ${process.arch}. Install Foundry and start again.`,
  );
}

async function untilAnswers(url: string, name: string, isAlive: () => boolean): Promise<string> {
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += 30) {
    const genesis = await genesisOf(url);
    if (genesis) return genesis;
    if (!isAlive()) break;
    await sleep(30);
  }
  throw new Error(`The demo's ${name} did not start. See log/${name}.log.`);
}

async function isSameChain(known: KnownProcess, chainId: number): Promise<boolean> {
  const url = urlOf(known);
  const told = await ask<string>(url, 'eth_chainId', []);
  return told === `0x${chainId.toString(16)}` && (await genesisOf(url)) === known.facts['genesis'];
}

const urlOf = (known: KnownProcess) => String(known.facts['url']);

async function genesisOf(url: string): Promise<string | null> {
  const block = await ask<{ hash: string }>(url, 'eth_getBlockByNumber', ['0x0', false]);
  return block?.hash ?? null;
}

/** One call to a node; null when it does not answer. */
async function ask<T>(url: string, method: string, params: readonly unknown[]): Promise<T | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(5_000),
    });
    return ((await response.json()) as { result?: T }).result ?? null;
  } catch {
    // Not up yet, or gone: the caller decides what that means.
    return null;
  }
}
