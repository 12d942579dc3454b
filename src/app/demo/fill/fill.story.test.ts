import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownedFolder } from '../../../../test/runner/clear-stale.ts';
import { openDatabase } from '../../../db/index.ts';
import { claimStates } from '../../../recovery/index.ts';
import { startWorld, type World } from '../../start/world.ts';
import { staffClient, staffOf } from '../story/people.ts';
import { fill } from './index.ts';
import { languages } from './shares.ts';

const folder = ownedFolder('fill');
const cases = 60;
let world: World;

beforeAll(async () => {
  world = await startWorld({ folder, port: 5750, databaseSettings: ['fsync=off'] });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every state is there in both languages, the books balance, the record verifies', async () => {
  const filled = await fill(world.facts, cases, () => {});
  expect(filled.made).toBe(cases);
  for (const state of Object.keys(claimStates)) {
    for (const language of languages) {
      expect(filled.cases[`${state} ${language}`], `${state} ${language}`).toBeGreaterThan(0);
    }
  }
  const auditor = staffOf(world.facts).find(({ roles }) => roles.includes('auditor'));
  if (!auditor) throw new Error('the demo has an auditor');
  const desk = await staffClient(world.facts, auditor, 'en');
  expect(await desk.readTrialBalance()).toMatchObject({ ok: true, value: { balances: true } });
  expect(await desk.verifyAudit()).toMatchObject({ ok: true, value: { ok: true } });
});

test('a second run makes nothing more, and a larger one what is missing', async () => {
  const again = await fill(world.facts, cases, () => {});
  const more = await fill(world.facts, cases + 5, () => {});
  expect([again.made, more.made]).toEqual([0, 5]);
});

test('what it says was lost lies on the nodes, and no transfer is paid twice', async () => {
  const database = openDatabase(world.facts.databaseUrl);
  const settled = await database
    .selectFrom('payments')
    .select('transfer_key')
    .where('state', '=', 'settled')
    .execute();
  await database.destroy();
  expect(settled.length).toBeGreaterThan(0);
  expect(new Set(settled.map((row) => row.transfer_key)).size).toBe(settled.length);
});
