import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownedFolder } from '../../../test/runner/clear-stale.ts';
import { demoChain } from '../demo/chain.ts';
import { isRunning, type ProcessIdentity } from '../processes/identity.ts';
import { stillRunning } from '../processes/known.ts';
import { answersOk } from './programs.ts';
import { type PartName, StartRefused, startWorld, type World } from './world.ts';

// Deep enough that a socket in it would have too long a path.
const parent = ownedFolder('world');
const folder = join(parent, 'a-folder-with-a-long-name'.repeat(4), 'var');
const said: string[] = [];
const options = {
  folder,
  port: 4800,
  databaseSettings: ['fsync=off'],
  progress: {
    say: (line: string) => said.push(line),
    step: <T>(_: string, work: () => Promise<T>) => work(),
  },
};

let world: World;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  world = await startWorld(options);
});
afterAll(async () => {
  await world.stop();
  rmSync(parent, { recursive: true, force: true });
});

const processOf = (name: PartName) => stillRunning(folder, name) as ProcessIdentity;

describe('a world', () => {
  test('has coins where the exchange needs them, on both networks', async () => {
    const [ethereum, unlisted] = world.facts.nodes.map(demoChain);
    const { hotWallet, gasWallet } = world.facts.signer;
    expect(await ethereum?.balanceOf(hotWallet, ethereum.at('wbtc'))).toBe(100n * 10n ** 8n);
    expect(await unlisted?.balanceOf(gasWallet)).toBe(50n * 10n ** 18n);
  });

  test('is not started twice: the second start says who holds the folder', async () => {
    const second = startWorld(options);
    await expect(second).rejects.toThrow(StartRefused);
    await expect(second).rejects.toThrow(`process ${process.pid}, since 20`);
    expect(await answersOk(`${world.facts.http.url}/healthz`)).toBe(true);
  });

  test.each(['app', 'signer', 'exchange', 'postgres'] as const)(
    'starts the %s again when it is killed, and says so',
    async (name) => {
      const before = world.pidOf(name);
      await world.kill(name);
      await world.ready(name);
      expect(world.pidOf(name)).not.toBe(before);
      expect(processOf(name).pid).toBe(world.pidOf(name));
      expect(said.at(-1)).toMatch(/is back/);
    },
  );

  test('killed as a whole, it is cleared by the next start, and its nodes are used on', async () => {
    const [before] = world.facts.nodes.map(demoChain);
    const blockBefore = await before?.ask<{ hash: string }>('eth_getBlockByNumber', ['0x5', false]);
    const names = ['app', 'signer', 'exchange', 'postgres'] as const;
    const left = names.map(processOf);
    const nodePid = world.pidOf('node-ethereum');
    world.letGo();
    said.length = 0;
    world = await startWorld(options);
    expect(left.filter(isRunning)).toEqual([]);
    expect(said.join('\n')).toMatch(/An earlier run was killed.*signer/);
    expect(world.pidOf('node-ethereum')).toBe(nodePid);
    const [after] = world.facts.nodes.map(demoChain);
    const blockAfter = await after?.ask<{ hash: string }>('eth_getBlockByNumber', ['0x5', false]);
    expect(blockAfter?.hash).toBe(blockBefore?.hash);
  });

  test('stopped in order and started again, its nodes know what they knew', async () => {
    const [before] = world.facts.nodes.map(demoChain);
    const { hotWallet } = world.facts.signer;
    const genesis = await before?.ask<{ hash: string }>('eth_getBlockByNumber', ['0x0', false]);
    const nodePid = world.pidOf('node-ethereum');
    await world.stop();
    world = await startWorld(options);
    expect(world.pidOf('node-ethereum')).not.toBe(nodePid);
    const [after] = world.facts.nodes.map(demoChain);
    const again = await after?.ask<{ hash: string }>('eth_getBlockByNumber', ['0x0', false]);
    expect(again?.hash).toBe(genesis?.hash);
    expect(await after?.balanceOf(hotWallet, after.at('wbtc'))).toBe(100n * 10n ** 8n);
  });

  test('leaves a dead node dead, and says what that means', async () => {
    said.length = 0;
    await world.kill('node-evm-61');
    for (let waited = 0; said.length === 0 && waited < 50; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(said.join()).toMatch(/evm:61 has died.*what it forgot is a reorg/);
    expect(world.pidOf('node-evm-61')).toBeNull();
  });
});
