import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askSocket,
  planOf,
  requestOf,
  type SignatureRequest,
  startSignerProcess,
  type TestSigner,
  testSigner,
} from '../test/signer.ts';
import type { Plan } from './intent/index.ts';

/** The signer as its own process; the one in `desk` is closed, and opened by nobody. */
let desk: TestSigner;
let child: Awaited<ReturnType<typeof startSignerProcess>>;

const socket = () => join(desk.folder, 'signer.sock');
/** The process goes by the real clock. */
const far = () => ({ expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString() });
const order = (change: Partial<SignatureRequest> = {}) =>
  requestOf(desk, { plan: planOf(desk.cast, far()), ...change });

beforeAll(async () => {
  desk = testSigner();
  desk.signer().close();
  child = await startSignerProcess(desk.folder);
});
afterAll(async () => {
  child.process.kill();
  await child.exited;
  desk.close();
});

async function restart(environment: Record<string, string> = {}): Promise<void> {
  if (child.process.exitCode === null && child.process.signalCode === null) {
    child.process.kill();
    await child.exited;
  }
  child = await startSignerProcess(desk.folder, environment);
}

const ask = (path: string, body?: string | Buffer, method?: string) =>
  askSocket(socket(), path, body, method);

const sign = (request: object) => ask('/signatures', JSON.stringify(request));

interface Stored {
  readonly kind: string;
  readonly plan: string;
  readonly line: number;
  readonly nonce: number;
  readonly hash: string;
}

function stored(): Stored[] {
  return readFileSync(join(desk.folder, 'signatures.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: Stored }).entry)
    .filter(({ kind }) => kind === 'signature');
}

describe('the socket', () => {
  test('a second signer on the same folder is refused, and does no harm', async () => {
    await expect(startSignerProcess(desk.folder)).rejects.toThrow(/another signer \(process \d+\)/);
    expect(await ask('/status', undefined, 'GET')).toMatchObject({ status: 200 });
  });

  test('a socket and a lock that a killed signer left are cleared', async () => {
    child.process.kill('SIGKILL');
    await child.exited;
    expect(existsSync(socket())).toBe(true);
    await restart();
    expect(await ask('/status', undefined, 'GET')).toMatchObject({ status: 200 });
  });

  test('a stop lets go of the folder', async () => {
    child.process.kill('SIGTERM');
    expect(await child.exited).toBe(0);
    expect(existsSync(join(desk.folder, 'lock'))).toBe(false);
    await restart();
  });
});

describe('killed', () => {
  test.each(['signer/store:before', 'signer/store:after'])(
    'at %s, it gives the same bytes when asked again',
    async (point) => {
      await restart({ KAERU_CRASH: point });
      const request = order({ nonce: stored().length });
      const count = stored().length;
      expect(await sign(request)).toBeNull();
      await child.exited;
      expect(child.process.signalCode).toBe('SIGKILL');
      expect(stored().length).toBe(point.endsWith('after') ? count + 1 : count);
      await restart();
      const answer = await sign(request);
      expect(answer?.status).toBe(200);
      expect(stored().at(-1)?.hash).toBe(answer?.body.hash);
      expect(stored().length).toBe(count + 1);
      // And the transfer is paid for, whoever asks.
      const { transferKey } = request.plan;
      const again = order({
        plan: planOf(desk.cast, { ...far(), transferKey }),
        nonce: request.nonce + 1,
      });
      expect((await sign(again))?.body.refused?.code).toBe('transfer_already_paid');
    },
  );

  test('at any moment, again and again, it never signs twice', async () => {
    const plans: Plan[] = Array.from({ length: 6 }, () => planOf(desk.cast, far()));
    const first = 1_000;
    const answers = new Map<string, Set<string>>();
    for (let round = 0; round < 5; round += 1) {
      await restart();
      const work = plans.map(async (plan, index) => {
        const answer = await sign(order({ plan, nonce: first + index }));
        const hash = answer?.body.hash;
        if (hash) answers.set(plan.id, (answers.get(plan.id) ?? new Set()).add(hash));
      });
      await new Promise((resolve) => setTimeout(resolve, round * 20));
      child.process.kill('SIGKILL');
      await Promise.all([...work, child.exited]);
    }
    await restart();
    for (const [index, plan] of plans.entries()) {
      const answer = await sign(order({ plan, nonce: first + index }));
      const hashes = (answers.get(plan.id) ?? new Set()).add(answer?.body.hash ?? 'none');
      expect([...hashes]).toHaveLength(1);
      expect(stored().filter((one) => one.plan === plan.id)).toHaveLength(1);
    }
  });

  test('a signer that is not a demo heeds no crash point', async () => {
    const path = join(desk.folder, 'signer.json');
    const config = readFileSync(path, 'utf8');
    writeFileSync(path, config.replace('"demo": true', '"demo": false'));
    await restart({ KAERU_CRASH: 'signer/store:before' });
    expect(await sign(order({ nonce: 5_000 }))).toMatchObject({ status: 200 });
    writeFileSync(path, config);
    await restart();
  });
});

describe('heads of the audit record', () => {
  const head = (sequence: number, byte: string) =>
    ask('/audit-heads', JSON.stringify({ sequence, hash: byte.repeat(32) }));

  test('killed between file and answer, it stands by what it wrote', async () => {
    await restart({ KAERU_CRASH: 'signer/audit-head:after' });
    expect(await head(20, 'ee')).toBeNull();
    await child.exited;
    await restart();
    expect((await head(20, 'ef'))?.body.refused?.code).toBe('audit_head_conflicts');
    expect((await head(20, 'ee'))?.status).toBe(200);
  });
});
