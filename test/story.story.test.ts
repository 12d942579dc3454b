import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { allStillRunning } from '../src/app/processes/known.ts';
import { startWorld, type World } from '../src/app/start/world.ts';
import { openDatabase } from '../src/db/index.ts';
import { balanceOf, exchangeReceivable } from '../src/ledger/index.ts';
import { assetId } from '../src/money/index.ts';
import { sleep } from '../src/std/index.ts';
import { ownedFolder } from './runner/clear-stale.ts';
import { exchangeSide } from './sweep/exchange-side.ts';

const root = join(import.meta.dirname, '..');
const jpy = assetId('fiat:JPY');
const all = 500_000_000n;

interface Told {
  readonly step: string;
  readonly [name: string]: unknown;
}

/** `npm run -s demo -- --headless --json …`: its exit code, and each line read as JSON. */
function demo(...args: string[]): Promise<{ status: number | null; told: Told[]; err: string }> {
  const child = spawn('npm', ['run', '-s', 'demo', '--', '--headless', '--json', ...args], {
    cwd: root,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const told = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Told);
      resolve({ status, told, err });
    });
  });
}

const steps = (told: readonly Told[]) => told.map(({ step }) => step);

describe('under the profile open', () => {
  const folder = ownedFolder('story-open');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('one command plays the story, and the fee is taken in kind', async () => {
    const { status, told } = await demo('--folder', folder, '--port', '5600');
    expect(status).toBe(0);
    expect(steps(told)).toEqual(
      expect.arrayContaining(['filed', 'quoted', 'chooses', 'approves', 'returned', 'ended']),
    );
    const end = told.at(-1);
    expect(end).toMatchObject({
      step: 'ended',
      booksBalance: true,
      auditVerifies: true,
      fee: null,
    });
    expect(end?.['rose']).toBe(end?.['promised']);
    expect(BigInt(String(end?.['rose']))).toBeLessThan(all);
  });

  test('played again from the same folder, it finds the same end and pays nothing more', async () => {
    const { status, told } = await demo('--folder', folder, '--port', '5600');
    expect(status).toBe(0);
    expect(told[0]).toMatchObject({ step: 'already_home' });
    expect(told[1]).toMatchObject({ step: 'filed', joined: true });
    expect(steps(told)).not.toContain('approves');
    const end = told.at(-1);
    expect(end).toMatchObject({ step: 'ended', state: 'returned' });
    expect(end?.['measuredNow']).toBe(end?.['rose']);
  });
});

describe('under the profile jp', () => {
  const folder = ownedFolder('story-jp');
  let world: World | null = null;
  afterAll(async () => {
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('all of it comes back; the fee is charged once in yen, and booked with its tax', async () => {
    world = await startWorld({
      folder,
      port: 5650,
      profile: 'jp',
      databaseSettings: ['fsync=off'],
    });
    const { status, told } = await demo('--folder', folder, '--profile', 'jp');
    expect(status).toBe(0);
    const end = told.at(-1) as Told & { fee: { status: string; invoice: string } };
    expect(end).toMatchObject({ rose: all.toString(), promised: all.toString() });
    expect(end.fee.status).toBe('charged');
    expect(exchangeSide(world.facts).chargesOf(end.fee.invoice)).toEqual(['33000/3000']);
    const database = openDatabase(world.facts.databaseUrl);
    const { rows } = await sql<{ code: string; amount: bigint }>`
      select a.code, t.amount from ledger_transfers t
      join ledger_entries e on e.id = t.entry_id
      join ledger_accounts a on a.id = t.credit_account
      where e.template = 'fee-charged-in-fiat' order by t.line`.execute(database);
    expect(rows).toEqual([
      { code: 'income/recovery-fee', amount: 30_000n },
      { code: 'tax/consumption', amount: 3_000n },
    ]);
    expect(await balanceOf(database, exchangeReceivable, jpy)).toBe(33_000n);
    await database.destroy();
  });

  test('a record that was changed behind its back is not called right: exit code 1', async () => {
    if (!world) throw new Error('the world of the test before runs on');
    const database = openDatabase(world.facts.databaseUrl);
    await database.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update audit_entries set actor_id = 'somebody-else'
        where action = 'recovery.choose'`.execute(tx);
    });
    await database.destroy();
    const { status, told } = await demo('--folder', folder, '--profile', 'jp');
    expect(told.at(-1)).toMatchObject({ step: 'ended', auditVerifies: false, booksBalance: true });
    expect(status).toBe(1);
  });
});

describe('killed as a whole, with everything but the nodes', () => {
  const folder = ownedFolder('story-killed');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Plays until `isTime`, then kills the story and every process that it started at once. */
  async function playUntil(isTime: (told: string, elapsedMs: number) => boolean): Promise<string> {
    const child = spawn(process.execPath, ['src/app/main.ts', ...story], { cwd: root });
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    const from = performance.now();
    while (!isTime(out, performance.now() - from)) {
      // The run before may have been killed later than its last words said: then this one is at the end.
      if (child.exitCode === 0) return out;
      if (child.exitCode !== null) throw new Error(`It ended before it was killed: ${out}`);
      await sleep(20);
    }
    const parts = allStillRunning(folder).filter(({ name }) => !name.startsWith('node-'));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    for (const { pid } of parts) if (pid !== child.pid) process.kill(pid, 'SIGKILL');
    await ended;
    return out;
  }
  const story = ['demo', 'story', '--headless', '--json', '--folder', folder, '--port', '5680'];
  const steps = ['filed', 'quoted', 'approves', 'paying'];
  /** This step or a later one: what the run before had done already is not told again. */
  const tells = (index: number) => (told: string) =>
    steps.slice(index).some((step) => told.includes(`"step":"${step}"`));

  test('it is played on by the next run, and pays once', async () => {
    const random = Math.round(Math.random() * 8_000);
    await playUntil((_, elapsedMs) => elapsedMs > random);
    for (const index of steps.keys()) await playUntil(tells(index));
    const { status, told } = await demo('--folder', folder, '--port', '5680');
    expect({ status, random, last: told.at(-1) }).toMatchObject({
      status: 0,
      last: { step: 'ended', state: 'returned', booksBalance: true, auditVerifies: true },
    });
    expect(told[0]).toMatchObject({
      step: 'filed',
      number: expect.stringMatching(/^R-/),
      joined: true,
    });
  });
});
