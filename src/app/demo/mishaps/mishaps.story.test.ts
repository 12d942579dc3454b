import { createPrivateKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownedFolder } from '../../../../test/runner/clear-stale.ts';
import { exchangeClient } from '../../../exchange/index.ts';
import type { Address } from '../../../networks/index.ts';
import { systemClock } from '../../../std/index.ts';
import { startWorld, type World } from '../../start/world.ts';
import { refuseRemote } from '../chain.ts';
import { type Stage, stageOf } from '../stage.ts';
import { type MishapName, mishaps } from './index.ts';

const folder = ownedFolder('mishaps');
let world: World;
let stage: Stage;
beforeAll(async () => {
  const databaseSettings = ['fsync=off'];
  world = await startWorld({ folder, port: 4900, withApp: false, databaseSettings });
  stage = stageOf(world.facts);
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(Object.keys(mishaps) as MishapName[])('%s: happens on the node', async (name) => {
  const played = await mishaps[name].play(stage);
  const chain = played.network === 'ethereum' ? stage.ethereum : stage.unlisted;
  const receipt = await chain.ask<{ status: string }>('eth_getTransactionReceipt', [played.hash]);
  expect(receipt.status).toBe(name === 'failed' ? '0x0' : '0x1');
  expect(played.customer).toMatch(/^ex-\d+$/);
  expect(played.ja).toMatch(/。$/);
  expect(played.en).toMatch(/\.$/);
});

test('two lost deposits wait in a new world: at her own address, and at another customer', async () => {
  const [own, other] = world.facts.waiting;
  expect(own).toMatchObject({ network: 'evm:61', customer: stage.aiko.customer });
  expect(other).toMatchObject({ network: 'evm:61', customer: stage.aiko.customer });
  const wbtc = stage.unlisted.at('wbtc');
  const held = await stage.unlisted.balanceOf(stage.aiko.deposit, wbtc);
  expect(held).toBeGreaterThanOrEqual(5n * 10n ** 8n);
});

test('the exchange knows every address that the stage plays at', async () => {
  const { url, keyId, keyFile } = world.facts.exchange;
  const key = { id: keyId, privateKey: createPrivateKey(readFileSync(keyFile, 'utf8')) };
  const exchange = exchangeClient({ url, key, clock: systemClock });
  const ownerOf = async (where: Address) => {
    const owners = await exchange.ownersOfAddress(where);
    return owners.ok ? owners.value.issued[0] : null;
  };
  expect(await ownerOf(stage.aiko.deposit)).toMatchObject({ customer: 'ex-1000' });
  expect(await ownerOf(stage.ben.deposit)).toMatchObject({ customer: 'ex-1001' });
  expect((await ownerOf(stage.retiredOfBen))?.valid.to).not.toBeNull();
  expect(await ownerOf(stage.contractOfEmiko)).toMatchObject({ control: { kind: 'contract' } });
});

test('a node that is not on this machine is refused', () => {
  expect(() => refuseRemote('https://node.example/x')).toThrow(/this machine only/);
  expect(() => refuseRemote('http://127.0.0.1:8545')).not.toThrow();
});
