import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { inTransaction } from '../db/index.ts';
import { clockAt, hourMs, minuteMs, secondMs } from '../std/index.ts';
import {
  type CreatedStaff,
  createStaff,
  endSession,
  type OpenedSession,
  openCustomerSession,
  readSession,
  requireFresh,
  type StaffRole,
  showCode,
  signIn,
  suspendStaff,
  unlockSignIn,
} from './index.ts';

const { database } = await testDatabase();
const clock = clockAt('2026-11-22T00:00:00Z');
const accessKey = new Uint8Array(32).fill(7);
const context = { database, clock, accessKey };
const password = 'a sentence that I remember';
const administrator = { kind: 'staff', id: 'boss', roles: ['administrator'] } as const;

afterAll(() => database.destroy());

async function hire(login: string, roles: StaffRole[]): Promise<CreatedStaff> {
  const created = await createStaff(
    { ...context, actor: { kind: 'system', id: 'test' } },
    { login, name: login, password, roles },
  );
  if (!created.ok) throw new Error(created.code);
  return created.value;
}

/** The code that an authenticator shows now. Moves the clock on, so that it is a new one. */
function newCode(member: CreatedStaff): string {
  clock.advance(30 * secondMs);
  const secret = Secret.fromBase32(member.oneTime.secret);
  return new TOTP({ secret }).generate({ timestamp: clock.now().getTime() });
}

async function enter(login: string, member: CreatedStaff): Promise<OpenedSession> {
  const opened = await signIn(context, { login, password, code: newCode(member) });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

describe('signing in', () => {
  let sato: CreatedStaff;
  beforeAll(async () => {
    sato = await hire('Sato@example.com', ['recovery']);
  });

  test('takes password and code together, and keeps neither token nor secret in the clear', async () => {
    const { token, session } = await enter(' sato@EXAMPLE.com ', sato);
    expect(session.actor).toEqual({ kind: 'staff', id: sato.id, roles: ['recovery'] });
    const rows = JSON.stringify([
      await database.selectFrom('sessions').selectAll().execute(),
      (await database.selectFrom('staff').selectAll().execute()).map((row) => ({
        ...row,
        one_time_last_step: String(row.one_time_last_step),
      })),
    ]);
    expect(rows).toContain(session.id);
    for (const secret of [token, password, sato.oneTime.secret]) expect(rows).not.toContain(secret);
  });

  test('takes a code once, and none that is older than the last', async () => {
    const code = newCode(sato);
    const login = 'sato@example.com';
    const earlier = new TOTP({ secret: Secret.fromBase32(sato.oneTime.secret) }).generate({
      timestamp: clock.now().getTime() - 30 * secondMs,
    });
    expect((await signIn(context, { login, password, code })).ok).toBe(true);
    for (const used of [code, earlier]) {
      expect(await signIn(context, { login, password, code: used })).toMatchObject({
        code: 'sign_in_refused',
      });
    }
  });

  test('says the same of a wrong password, a wrong code and a login that nobody has', async () => {
    const login = 'sato@example.com';
    const answers = [
      await signIn(context, { login, password: 'wrong', code: newCode(sato) }),
      await signIn(context, { login, password, code: '12345６' }),
      await signIn(context, { login: 'nobody@example.com', password, code: newCode(sato) }),
    ];
    for (const answer of answers) {
      expect(answer).toEqual({ ok: false, code: 'sign_in_refused', facts: {} });
    }
  });

  test('works as long for a login that nobody has', async () => {
    const medianMs = async (login: (turn: number) => string) => {
      const times: number[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const from = performance.now();
        await signIn(context, { login: login(turn), password: 'wrong', code: '000000' });
        times.push(performance.now() - from);
      }
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    for (let turn = 0; turn < 7; turn += 1) await hire(`known${turn}@example.com`, ['support']);
    const known = await medianMs((turn) => `known${turn}@example.com`);
    const unknown = await medianMs((turn) => `unknown${turn}@example.com`);
    // Without the work for nobody's password the unknown login answers in a tenth of the time.
    expect(unknown).toBeGreaterThan(known / 3);
  });
});

describe('wrong answers in a row', () => {
  const guess = (login: string) => signIn(context, { login, password: 'wrong', code: '000000' });

  test.each(['real@example.com', 'made-up@example.com'])('slow %s down', async (login) => {
    if (login.startsWith('real')) await hire(login, ['support']);
    for (let turn = 0; turn < 6; turn += 1) {
      expect(await guess(login)).toMatchObject({ code: 'sign_in_refused' });
    }
    expect(await guess(login)).toMatchObject({ code: 'sign_in_paused' });
    clock.advance(2 * secondMs);
    expect(await guess(login)).toMatchObject({ code: 'sign_in_refused' });
    clock.advance(secondMs);
    expect(await guess(login)).toMatchObject({ code: 'sign_in_paused' });
  });

  test('count when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess('rush@example.com')));
    const tried = answers.filter((answer) => !answer.ok && answer.code === 'sign_in_refused');
    expect(tried.length).toBeLessThanOrEqual(6);
  });

  test('lock the login at a hundred, until an administrator unlocks it', async () => {
    const login = 'locked@example.com';
    const member = await hire(login, ['support']);
    let code = '';
    for (let turn = 0; turn <= 100 && code !== 'sign_in_locked'; turn += 1) {
      await database
        .updateTable('sign_in_attempts')
        .set({ failed_in_a_row: 99, next_at: clock.now() })
        .where('failed_in_a_row', '>=', 1)
        .where('failed_in_a_row', '<', 99)
        .execute();
      const answer = await guess(login);
      code = answer.ok ? '' : answer.code;
    }
    expect(code).toBe('sign_in_locked');
    clock.advance(24 * hourMs);
    const right = await signIn(context, { login, password, code: newCode(member) });
    expect(right).toMatchObject({ code: 'sign_in_locked' });
    await unlockSignIn({ ...context, actor: administrator }, { staff: member.id });
    await enter(login, member);
  });

  test('are forgotten after a right one', async () => {
    const login = 'clumsy@example.com';
    const member = await hire(login, ['support']);
    for (let round = 0; round < 3; round += 1) {
      for (let turn = 0; turn < 4; turn += 1) await guess(login);
      await enter(login, member);
    }
  });
});

describe('a session', () => {
  test.each<[StaffRole, number, number]>([
    ['treasury', 15, 12],
    ['risk', 15, 12],
    ['support', 60, 24],
    ['administrator', 60, 24],
  ])('of %s ends after %i idle minutes and %i hours', async (role, idleMinutes, hours) => {
    const login = `${role}@example.com`;
    const member = await hire(login, [role]);
    const { token } = await enter(login, member);
    const read = async () => (await readSession(context, token)).ok;
    const started = clock.now().getTime();
    while (clock.now().getTime() + idleMinutes * minuteMs - 1 < started + hours * hourMs) {
      clock.advance(idleMinutes * minuteMs - 1);
      expect(await read()).toBe(true);
    }
    clock.advance(started + hours * hourMs - clock.now().getTime());
    expect(await readSession(context, token)).toMatchObject({ code: 'session_expired' });
    const idle = await enter(login, member);
    clock.advance(idleMinutes * minuteMs);
    expect((await readSession(context, idle.token)).ok).toBe(false);
  });

  test('is shortened at once when its holder becomes an approver', async () => {
    const member = await hire('promoted@example.com', ['support']);
    const { token } = await enter('promoted@example.com', member);
    clock.advance(20 * minuteMs);
    expect((await readSession(context, token)).ok).toBe(true);
    await database
      .updateTable('staff')
      .set({ roles: ['risk'] })
      .where('id', '=', member.id)
      .execute();
    clock.advance(16 * minuteMs);
    expect((await readSession(context, token)).ok).toBe(false);
  });

  test('ends when it is ended, and when its holder is suspended', async () => {
    const member = await hire('leaver@example.com', ['recovery']);
    const first = await enter('leaver@example.com', member);
    await endSession(context, first.session);
    expect(await readSession(context, first.token)).toMatchObject({ code: 'not_signed_in' });
    const second = await enter('leaver@example.com', member);
    const suspended = await suspendStaff(
      { ...context, actor: { kind: 'system', id: 'command line' } },
      { staff: member.id, reason: 'left' },
    );
    expect(suspended.ok).toBe(true);
    expect(await readSession(context, second.token)).toMatchObject({ code: 'not_signed_in' });
    const again = await signIn(context, {
      login: 'leaver@example.com',
      password,
      code: newCode(member),
    });
    expect(again).toMatchObject({ code: 'sign_in_refused' });
  });

  test('of a customer begins with the hand-over, and opens nothing else', async () => {
    const opened = await inTransaction(database, (tx) =>
      openCustomerSession(tx, context, 'C-1', null),
    );
    const read = await readSession(context, opened.token);
    expect(read).toMatchObject({ ok: true, value: { actor: { kind: 'customer', id: 'C-1' } } });
    expect(await readSession(context, `${opened.token}0`)).toMatchObject({ code: 'not_signed_in' });
    expect(await readSession(context, opened.session.id)).toMatchObject({ code: 'not_signed_in' });
  });

  test('is fresh for five minutes after a factor, and again after another', async () => {
    const member = await hire('fresh@example.com', ['treasury']);
    const { session } = await enter('fresh@example.com', member);
    clock.advance(5 * minuteMs - 1);
    expect(requireFresh(session, clock).ok).toBe(true);
    clock.advance(1);
    expect(requireFresh(session, clock)).toMatchObject({ code: 'factor_not_fresh' });
    expect(await showCode(context, session, { code: '000000' })).toMatchObject({
      code: 'sign_in_refused',
    });
    const shown = await showCode(context, session, { code: newCode(member) });
    expect(shown.ok && requireFresh(shown.value, clock).ok).toBe(true);
  });
});
