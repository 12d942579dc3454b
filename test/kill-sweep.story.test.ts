import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFacts } from '../src/app/start/facts.ts';
import type { PartName } from '../src/app/start/world.ts';
import { declaredSteps } from '../src/jobs/index.ts';
import '../src/payments/index.ts';
import '../src/recovery/index.ts';
import { sleep } from '../src/std/index.ts';
import { type Crash, CrashPoints } from './sweep/crash-points.ts';
import { persist } from './sweep/desk-people.ts';
import { type Lane, type Sweep, startSweep } from './sweep/sweep.ts';

/**
 * Kills every process but the nodes, at every step, while cases are under way; each is started again
 * by the supervisor, and every case must end with its destination paid exactly once.
 */
const lanes: readonly Lane[] = [
  { name: 'aiko', option: 'return_to_source' },
  { name: 'ben', option: 'return_to_source' },
  { name: 'chen', option: 'return_to_source' },
  { name: 'aiko', option: 'credit' },
];
/** The worker looks at a payment once a minute at the least, and dies twice on the way. */
const replacementMsMax = 240_000;
const sweepMsMax = 300_000;
const killsWhilePaying = 3;
const betweenKillsMs = 1_500;

/** Steps that an ordinary case under the profile `open` does not take; each has a test of its own. */
const elsewhere: Readonly<Record<string, string>> = {
  'payments/replace': 'only where no block takes the transaction for minutes',
  'recovery/charge': 'only where the fee is taken in yen',
  'recovery/book-fee': 'only where the fee is taken in yen',
};

const pointsOf = (steps: readonly string[]) =>
  steps.flatMap((step) => [`${step}:before`, `${step}:after`]);

let sweep: Sweep;
let points: CrashPoints | null = null;
const deaths: string[] = [];
const report: Crash[] = [];
const stateKills: string[] = [];

beforeAll(async () => {
  sweep = await startSweep(5400, (line) => {
    if (/ended/.test(line)) deaths.push(line);
    points?.heard(line);
  });
});
afterAll(async () => {
  points?.end();
  mkdirSync('var/test', { recursive: true });
  const { ended, failed } = sweep;
  const all = { crashes: report, stateKills, ended, failed };
  writeFileSync(join('var', 'test', 'kill-sweep.json'), JSON.stringify(all, null, 2));
  await sweep.stop();
});

/** Kills `program` at each point while the lanes play, one case after the other. */
async function killAt(program: PartName, names: readonly string[], playing: readonly Lane[]) {
  points = new CrashPoints(program, names, sweep.underWay);
  await points.begin(() => sweep.world.kill(program));
  await sweep.world.ready(program);
  const endsBy = performance.now() + sweepMsMax;
  const from = sweep.failed.length;
  await Promise.all(
    playing.map(async (lane) => {
      while (!points?.isDone() && performance.now() < endsBy && sweep.failed.length === from) {
        await sweep.play(lane);
      }
    }),
  );
  report.push(...points.crashes);
  const { unasked } = points;
  points.end();
  points = null;
  expect({ failed: sweep.failed.slice(from), unasked }).toEqual({ failed: [], unasked: [] });
  const missed = report.filter(({ hitAt }) => hitAt === null);
  expect(missed.map(({ point }) => point)).toEqual([]);
}

/** Every case that was played has paid once: on the node, in the books, at the exchange. */
function paidOnce(): void {
  for (const one of sweep.ended) {
    const isCredit = one.lane.endsWith('credit');
    expect(one).toMatchObject({
      state: isCredit ? 'credited' : 'returned',
      payments: ['settled'],
      returnNonces: isCredit ? 0 : 1,
      signerFirsts: isCredit ? 0 : 1,
    });
    expect(BigInt(one.promisedUnits)).toBeGreaterThan(0n);
    if (isCredit) expect(sweep.exchange.creditsOf(one.hash)).toEqual([one.promisedUnits]);
    else expect(one.roseUnits).toBe(one.promisedUnits);
    const charges = sweep.exchange.chargesOf(`F-${one.number}`);
    expect(charges).toHaveLength(one.fee === 'charged' ? 1 : 0);
  }
}

async function booksAndRecordStand(): Promise<void> {
  const desk = await sweep.people.client('auditor');
  const books = await persist(() => desk.readTrialBalance());
  const audit = await persist(() => desk.verifyAudit());
  expect(books).toMatchObject({ ok: true, value: { balances: true } });
  expect(audit).toMatchObject({ ok: true, value: { ok: true } });
}

/** Lets the application die and come back under another profile. */
async function underProfile(profile: string): Promise<void> {
  writeFacts({ ...sweep.world.facts, profile });
  await sweep.world.kill('app');
  await sweep.world.ready('app');
}

/** Plays a case and kills `program` at each state that it comes to, and again while it is paid. */
async function killAtEachState(program: PartName, lane: Lane): Promise<void> {
  const kill = async (state: string) => {
    await sweep.world.kill(program);
    stateKills.push(`${program} ${state}`);
    await sweep.world.ready(program);
  };
  const seen = new Set<string>();
  await sweep.play(lane, async (state) => {
    // Killed whenever a case is looked into, a program would never answer the look.
    if (seen.has(state)) return;
    seen.add(state);
    await kill(state);
    for (let again = 0; state === 'paying' && again < killsWhilePaying; again += 1) {
      await sleep(betweenKillsMs);
      await kill(state);
    }
  });
}

const returning = lanes.filter(({ option }) => option === 'return_to_source');

describe('a case ends paid once', () => {
  test('whichever step the application is killed before or after', async () => {
    const steps = declaredSteps().map(({ name }) => name);
    await killAt('app', pointsOf(steps.filter((name) => !(name in elsewhere))), lanes);
    paidOnce();
    await booksAndRecordStand();
  });

  test('whichever point the signer is killed at', async () => {
    const names = pointsOf(['signer/store', 'signer/audit-head']);
    await killAt('signer', names, returning);
    paidOnce();
    await booksAndRecordStand();
  });

  test('whichever state the database, the signer or the exchange is killed in', async () => {
    const [aiko, ben, chen, credit] = lanes as [Lane, Lane, Lane, Lane];
    deaths.length = 0;
    await Promise.all([
      killAtEachState('signer', aiko),
      killAtEachState('postgres', ben),
      killAtEachState('exchange', credit).then(() => killAtEachState('exchange', chen)),
    ]);
    expect(sweep.failed).toEqual([]);
    for (const program of ['signer', 'postgres', 'exchange']) {
      for (const state of ['looking', 'quoted', 'approving', 'paying', 'returned']) {
        expect(stateKills).toContain(`${program} ${state}`);
      }
    }
    expect(deaths.filter((line) => line.startsWith('The app'))).toEqual([]);
    paidOnce();
    await booksAndRecordStand();
  });

  test('when it dies while a transaction that no block takes is replaced', async () => {
    const { unlisted } = sweep.stage;
    const mine = (seconds: number) => unlisted.ask('evm_setIntervalMining', [seconds]);
    // Before the last yes: once it is paying, its first transaction may be in a block already.
    const stuck = sweep.play(lanes[1] as Lane, async (state) => {
      if (state !== 'approving') return;
      await unlisted.ask('evm_setAutomine', [false]);
      await mine(0);
    });
    points = new CrashPoints('app', pointsOf(['payments/replace']), sweep.underWay);
    await points.begin(() => sweep.world.kill('app'));
    const givenUpAt = performance.now() + replacementMsMax;
    while (!points.isDone() && performance.now() < givenUpAt) {
      // As if it had been sent long ago: nobody waits for minutes here.
      await sql`update signed_transactions s set sent_at = sent_at - interval '1 hour'
        from payment_lines l where l.payment_id = s.payment_id and l.line = s.line
        and l.state = 'sent' and s.sent_at > now() - interval '30 minutes'`.execute(sweep.database);
      await sleep(betweenKillsMs);
    }
    expect(points.isDone()).toBe(true);
    report.push(...points.crashes);
    points.end();
    points = null;
    // Blocks by the clock alone from here on: a node mines in one way or the other.
    await mine(1);
    await stuck;
    expect(sweep.failed).toEqual([]);
    paidOnce();
  });

  test('and the fee in yen is charged and booked once', async () => {
    await underProfile('jp');
    await killAt('app', pointsOf(['recovery/charge', 'recovery/book-fee']), returning);
    await killAtEachState('exchange', lanes[0] as Lane);
    expect(sweep.failed).toEqual([]);
    paidOnce();
    expect(sweep.ended.filter(({ fee }) => fee === 'charged').length).toBeGreaterThanOrEqual(2);
    await booksAndRecordStand();
  });

  test('and no declared step was left out', () => {
    const points = report.map(({ point }) => point);
    expect(points).toEqual(expect.arrayContaining(pointsOf(declaredSteps().map((s) => s.name))));
  });
});
