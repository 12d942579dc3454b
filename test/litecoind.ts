import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { freePort } from '../src/app/postgres/embedded.ts';
import { remember } from '../src/app/processes/known.ts';
import { randomHex, sleep } from '../src/std/index.ts';
import { findProgram } from './programs.ts';
import { ownedFolder } from './runner/clear-stale.ts';

/** Whether tests with a real node of the bitcoin family can run: `test.runIf(hasLitecoind)`. */
export const hasLitecoind = findProgram('litecoind') !== null;

/** A node of Litecoin's regression network. */
export interface Litecoind {
  ask<T>(method: string, ...params: unknown[]): Promise<T>;
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;

/** Starts litecoind on a network of its own, with a wallet. */
export async function startLitecoind(): Promise<Litecoind> {
  const folder = ownedFolder('litecoind');
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const password = randomHex(16);
  const child = spawn(
    'litecoind',
    [
      ...['-regtest', '-server', `-datadir=${folder}`, `-rpcport=${port}`, '-listen=0'],
      ...['-rpcuser=test', `-rpcpassword=${password}`, '-vbparams=mweb:-2:0'],
    ],
    { stdio: 'ignore' },
  );
  if (child.pid !== undefined) remember(folder, 'litecoind', child.pid);
  const authorization = `Basic ${Buffer.from(`test:${password}`).toString('base64')}`;
  const ask = async <T>(method: string, ...params: unknown[]): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ id: 1, method, params }),
    });
    const answer = (await response.json()) as { result: T; error: { message: string } | null };
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  };
  await untilAnswers(child, () => ask('createwallet', 'test'));
  return {
    ask,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(child: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  let last: unknown;
  for (let waitedMs = 0; waitedMs < startTimeoutMs && child.exitCode === null; waitedMs += 100) {
    try {
      await ask();
      return;
    } catch (error) {
      last = error;
      await sleep(100);
    }
  }
  throw new Error(`litecoind did not start: ${String(last)}`);
}
