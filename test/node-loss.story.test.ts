import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anvilBinary } from '../src/app/start/nodes.ts';
import { sleep } from '../src/std/index.ts';
import { type Lane, type Sweep, startSweep } from './sweep/sweep.ts';

const lane: Lane = { name: 'aiko', option: 'return_to_source' };
/** Longer than Kaeru waits before it looks again at what it could not read. */
const longEnoughMs = 35_000;
const brieflyMs = 4_000;

let sweep: Sweep;
let node: ChildProcess | null = null;

beforeAll(async () => {
  sweep = await startSweep(5700, () => {});
});
afterAll(async () => {
  await sweep.stop();
  node?.kill();
});

const isUp = () =>
  sweep.stage.unlisted.ask('eth_chainId', []).then(
    () => true,
    () => false,
  );

/** Ends the node of the unlisted network; ended by this signal, it writes its history down first. */
async function down(): Promise<void> {
  if (node) node.kill('SIGTERM');
  else await sweep.world.kill('node-evm-61', 'SIGTERM');
  while (await isUp()) await sleep(50);
  await (node && node.exitCode === null
    ? new Promise((resolve) => node?.once('exit', resolve))
    : sleep(1_000));
}

/** Starts a node with the same history at the same place. */
async function up(): Promise<void> {
  const { folder, nodes } = sweep.world.facts;
  const { url } = nodes.find(({ network }) => network === 'evm:61') ?? { url: '' };
  node = spawn(anvilBinary(), [
    ...['--host', '127.0.0.1', '--port', new URL(url).port, '--chain-id', '61'],
    ...['--block-time', '1', '--mixed-mining', '--slots-in-an-epoch', '1'],
    ...['--state', join(folder, 'nodes', 'node-evm-61.json'), '--quiet'],
  ]);
  while (!(await isUp())) await sleep(50);
}

const readClaims = () => sweep.database.selectFrom('claims').selectAll().execute();

function paidOnce(): void {
  expect(sweep.failed).toEqual([]);
  for (const one of sweep.ended) {
    expect(one).toMatchObject({
      state: 'returned',
      payments: ['settled'],
      returnNonces: 1,
      signerFirsts: 1,
      roseUnits: one.promisedUnits,
    });
  }
}

test('a claim that comes while the node is gone waits, and nothing is concluded', async () => {
  const lost = await sweep.lose(lane);
  await down();
  const playing = sweep.play(lane, undefined, lost);
  const until = performance.now() + longEnoughMs;
  const told = new Set<string>();
  while (performance.now() < until) {
    for (const claim of await readClaims()) {
      told.add(claim.state);
      const diagnosis = claim.diagnosis as { notFoundOn: string[]; unread: { network: string }[] };
      if (!diagnosis) continue;
      expect(diagnosis.notFoundOn).not.toContain('evm:61');
      expect(diagnosis.unread.map(({ network }) => network)).toContain('evm:61');
      expect(JSON.stringify(diagnosis)).not.toMatch(/NOT_FOUND|NOT_OURS|REORGED/);
      expect(claim.closure).toBeNull();
    }
    await sleep(500);
  }
  expect([...told].filter((state) => state !== 'looking')).toEqual(['waiting']);
  await up();
  await playing;
  paidOnce();
  expect(sweep.ended).toHaveLength(1);
});

test('a node that goes and comes back in every state holds the case up, and no more', async () => {
  let outage: Promise<void> = Promise.resolve();
  const seen: string[] = [];
  await sweep.play(lane, async (state) => {
    if (seen.includes(state)) return;
    seen.push(state);
    // The customer and the staff go on acting meanwhile.
    await outage;
    await down();
    outage = sleep(brieflyMs).then(up);
  });
  await outage;
  expect(seen).toEqual(expect.arrayContaining(['looking', 'quoted', 'approving', 'paying']));
  paidOnce();
  expect(sweep.ended).toHaveLength(2);
  const stopped = await sweep.database.selectFrom('payments').select('stopped').execute();
  expect(stopped.filter((payment) => payment.stopped !== null)).toEqual([]);
});
