import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mishaps } from '../src/app/demo/mishaps/index.ts';
import { stageOf } from '../src/app/demo/stage.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import { ownedFolder } from './runner/clear-stale.ts';

const folder = ownedFolder('example');
const example = join(import.meta.dirname, '../examples/a-lost-deposit-comes-home.ts');
const wbtc = 10n ** 8n;
let world: World;

beforeAll(async () => {
  world = await startWorld({ folder, port: 5500, databaseSettings: ['fsync=off'] });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [example, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

test.each([
  ['ja', [/として受け付けました/, /元のウォレットに返す/, /承認しました/, /完了しました/]],
  ['en', [/Filed as R-\d\d-\d{6}/, /Back to the wallet|wallet/i, /approved\./, /Done\./]],
] as const)('the example brings a lost deposit home, told in %s', async (language, sentences) => {
  const stage = stageOf(world.facts);
  const { aiko, unlisted } = stage;
  const { hash } = await mishaps['wrong-network'].play(stage);
  const balance = () => unlisted.balanceOf(aiko.wallet, unlisted.at('wbtc'));
  const before = await balance();
  const { status, out, err } = await run(language, folder, hash);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  for (const sentence of sentences) expect(out).toMatch(sentence);
  if (language === 'en') expect(out).not.toMatch(/[ぁ-ん]/);
  expect((await balance()) - before).toBeGreaterThan(4n * wbtc);
});

test('it is short, and leans on the generated client alone', () => {
  const text = readFileSync(example, 'utf8');
  expect(text.split('\n').length).toBeLessThan(150);
  const imported = [...text.matchAll(/from '([^']+)'/g)].map((found) => found[1] as string);
  const others = imported.filter((name) => !name.startsWith('node:'));
  expect(others).toEqual(['otpauth', 'viem/accounts', '../client/index.ts']);
});
