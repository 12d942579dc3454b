import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { readProblem } from '../../test/problem.ts';
import { done, invariant, refuse } from '../std/index.ts';
import { type KeyedRequest, leaseMs, onceForKey } from './idempotency.ts';

const hash = (n: number) => `0x${n.toString(16).padStart(64, 'c')}`;

let kaeru: TestDesk;
let customers = 0;
beforeAll(async () => {
  kaeru = await testDesk();
});
afterAll(() => kaeru.close());

async function newCustomer(): Promise<string> {
  customers += 1;
  kaeru.clock.pass(5_000);
  return await kaeru.customer(`twice-${customers}`);
}

const file = (token: string, said: string, key?: string) =>
  kaeru.call('POST', '/v1/claims', {
    token,
    body: { said },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });

async function claimsOf(token: string): Promise<number> {
  const listed = await kaeru.call('GET', '/v1/claims', { token });
  return ((await listed.json()) as { claims: unknown[] }).claims.length;
}

describe('a key', () => {
  test('brings the same answer again, to the letter', async () => {
    const token = await newCustomer();
    const first = await file(token, hash(1), 'same');
    const second = await file(token, hash(1), 'same');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(JSON.parse(await second.text())).toEqual(JSON.parse(await first.text()));
    expect(await claimsOf(token)).toBe(1);
  });

  test('is refused for another body, another claim, another operation', async () => {
    const token = await newCustomer();
    const filed = (await (await file(token, hash(2), 'mine')).json()) as {
      claim: { number: string };
    };
    const code = async (answer: Response) => (await readProblem(answer)).code;
    expect(await code(await file(token, hash(3), 'mine'))).toBe('idempotency_key_reused');
    const withdrawal = await kaeru.call('PUT', `/v1/claims/${filed.claim.number}/withdrawal`, {
      token,
      headers: { 'idempotency-key': 'mine' },
    });
    expect(await code(withdrawal)).toBe('idempotency_key_reused');
  });

  test('of one person is not that of another', async () => {
    const [one, other] = [await newCustomer(), await newCustomer()];
    await file(one, hash(4), 'shared');
    const theirs = (await (await file(other, hash(4), 'shared')).json()) as { joined: boolean };
    expect(theirs.joined).toBe(false);
    expect(await claimsOf(other)).toBe(1);
  });

  test('of one person is the same after they sign in again', async () => {
    const first = await newCustomer();
    await file(first, hash(5), 'again');
    const second = await kaeru.customer(`twice-${customers}`);
    expect(await (await file(second, hash(5), 'again')).json()).toMatchObject({ joined: false });
  });

  test('is free again after a refusal, which did nothing', async () => {
    const token = await newCustomer();
    const refused = await readProblem(await file(token, '届きません', 'mend'));
    expect(refused.code).toBe('claim_without_transaction');
    expect((await file(token, hash(6), 'mend')).status).toBe(200);
  });

  test.each(['', ' ', 'a b', 'あ', 'x'.repeat(201)])('that is none is refused: %j', async (key) => {
    const token = await newCustomer();
    // A header can't carry what is not Latin-1; it comes as its bytes.
    const sent = Buffer.from(key, 'utf8').toString('latin1');
    const answer = await file(token, hash(7), sent);
    if (key.trim() === '') expect(answer.status).toBeLessThan(500);
    else expect((await readProblem(answer)).code).toBe('idempotency_key_malformed');
  });

  test('is not asked for by what only reads, nor by what shows a secret', async () => {
    const token = await newCustomer();
    const headers = { 'idempotency-key': 'reads' };
    await kaeru.call('GET', '/v1/claims', { token, headers });
    const handover = await kaeru.handover('someone');
    await kaeru.call('POST', '/v1/sessions', { body: { handover }, headers });
    await kaeru.call('POST', '/v1/desk/invitations', {
      token: await kaeru.staff('administrator'),
      body: { roles: ['support'] },
      headers,
    });
    expect((await file(token, hash(8), 'reads')).status).toBe(200);
    const rows = await kaeru.database.selectFrom('idempotent_answers').selectAll().execute();
    expect(rows.every(({ operation }) => operation === 'fileClaim')).toBe(true);
  });

  test('makes fifty at once one claim, and all fifty are told of it', async () => {
    const token = await newCustomer();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => file(token, hash(9), 'fifty')),
    );
    // The table of limits lets thirty reports through at once.
    const told = answers.filter(({ status }) => status === 200);
    expect(told).toHaveLength(30);
    const texts = await Promise.all(told.map(async (one) => JSON.stringify(await one.json())));
    expect(new Set(texts.map((text) => JSON.parse(text).claim.number)).size).toBe(1);
    expect(await claimsOf(token)).toBe(1);
  });

  test('is not needed for it: the same report fifty times at once is one claim', async () => {
    const token = await newCustomer();
    const answers = await Promise.all(Array.from({ length: 50 }, () => file(token, hash(10))));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 429]);
    expect(await claimsOf(token)).toBe(1);
  });
});

describe('a request whose process died', () => {
  const request = (key: string): KeyedRequest => ({
    principal: 'customer somebody',
    key,
    operation: 'fileClaim',
    asked: { said: 'x' },
  });

  /** What a process leaves that is killed while it works. */
  async function die(key: string): Promise<void> {
    const dying = onceForKey(kaeru, request(key), () => new Promise(() => {}));
    void dying.catch(() => {});
    for (;;) {
      const { rows } = await kaeru.database
        .selectFrom('idempotent_answers')
        .select((on) => on.fn.countAll<bigint>().as('rows'))
        .where('principal', '=', 'customer somebody')
        .where('status', 'is', null)
        .executeTakeFirstOrThrow();
      if (rows > 0n) return;
    }
  }

  test('is done by the next who asks, as soon as nothing is heard of it', async () => {
    const before = kaeru.clock.now();
    await die('dead');
    // The dead one's timer still runs in this process; a clock that stands still renews nothing.
    kaeru.clock.time = new Date(before.getTime() + leaseMs + 1);
    const taken = await onceForKey(kaeru, request('dead'), async () => done({ by: 'second' }));
    expect(taken).toEqual({ ok: true, value: { by: 'second' } });
  });

  test('others wait for one that is at work, and get its answer', async () => {
    const slow = onceForKey(kaeru, request('slow'), async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return done({ by: 'first' });
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await onceForKey(kaeru, request('slow'), async () => done({ by: 'second' }));
    expect(second).toEqual({ ok: true, value: { by: 'first' } });
    expect(await slow).toEqual(second);
  });

  test('after an error that nobody expected the key is free', async () => {
    const broken = onceForKey(kaeru, request('broken'), async () => {
      invariant(false, 'nothing is broken');
    });
    await expect(broken).rejects.toThrow('nothing is broken');
    const after = await onceForKey(kaeru, request('broken'), async () => refuse('claim_changed'));
    expect(after).toMatchObject({ code: 'claim_changed' });
  });
});
