import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { clockAt, minuteMs, newId } from '../std/index.ts';
import {
  createStaff,
  decideStaffChange,
  listStaff,
  listStaffChanges,
  type ProposedStaffChange,
  proposeStaffChange,
  readSession,
  type Session,
  type StaffRole,
} from './index.ts';
import { openSession } from './open-session.ts';

const { database } = await testDatabase();
const clock = clockAt('2026-11-22T00:00:00Z');
const context = { database, clock, accessKey: new Uint8Array(32) };
afterAll(() => database.destroy());

const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

interface Member {
  readonly id: string;
  readonly token: string;
  readonly session: Session;
}

async function hired(...roles: StaffRole[]): Promise<Member> {
  const login = `${newId()}@example.com`;
  const made = await createStaff(
    { ...context, actor: { kind: 'system', id: 'test' } },
    { login, name: `名 ${login.slice(0, 4)}`, password: 'a long enough sentence', roles },
  );
  if (!made.ok) throw new Error(made.code);
  const actor = { kind: 'staff', id: made.value.id, roles } as const;
  const { token, session } = await openSession(database, clock, { actor, factor: 'passkey' });
  return { id: made.value.id, token, session };
}

const as = ({ session }: Member) => ({ ...context, actor: session.actor, session });
const propose = (by: Member, change: ProposedStaffChange) => proposeStaffChange(as(by), change);
const decide = (by: Member, id: string, decision: 'approve' | 'reject', reason?: string) =>
  decideStaffChange(as(by), { id, decision, reason });

/** A change that waits for the second administrator. */
async function waiting(by: Member, change: ProposedStaffChange): Promise<string> {
  const proposed = await propose(by, change);
  if (!proposed.ok) throw new Error(proposed.code);
  return proposed.value.id;
}

const rolesOf = async ({ id }: Member) =>
  (
    await database
      .selectFrom('staff')
      .select('roles')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).roles;

const reason = '異動のため';

test('one administrator alone is told so, and how a second one comes in', async () => {
  const alone = await hired('administrator');
  const sato = await hired('support');
  const change = { kind: 'roles', staff: sato.id, roles: ['recovery'], reason } as const;
  expect(code(await propose(alone, change))).toBe('second_administrator_missing');
  const invited = { kind: 'invite', name: '森', roles: ['risk'], reason } as const;
  expect(code(await propose(alone, invited))).toBe('second_administrator_missing');
  const second = await hired('administrator');
  // The only other one can't decide about themselves.
  const other = { kind: 'suspend', staff: second.id, reason } as const;
  expect(code(await propose(alone, other))).toBe('second_administrator_missing');
  expect(code(await propose(alone, change))).toBe('done');
});

describe('a change of staff', () => {
  test('is done when another administrator says yes, from the next request', async () => {
    const [kimura, nakamura] = [await hired('administrator'), await hired('administrator')];
    const sato = await hired('support');
    const roles = ['recovery', 'treasury', 'recovery'] as const;
    const id = await waiting(kimura, { kind: 'roles', staff: sato.id, roles, reason });
    expect(await rolesOf(sato)).toEqual(['support']);
    const decided = await decide(nakamura, id, 'approve');
    expect(decided).toMatchObject({
      ok: true,
      value: {
        invitation: null,
        change: {
          ...{ kind: 'roles', staff: sato.id, proposedBy: kimura.id, reason },
          ...{ roles: ['recovery', 'treasury'], rolesBefore: ['support'] },
          decision: { verdict: 'approve', by: nakamura.id, reason: null },
        },
      },
    });
    const session = await readSession(context, sato.token);
    expect(session).toMatchObject({
      value: { actor: { roles: ['recovery', 'treasury'] } },
    });
  });

  test('closes an account with its sessions, and opens it again with the roles it had', async () => {
    const [kimura, nakamura] = [await hired('administrator'), await hired('administrator')];
    const sato = await hired('support', 'recovery');
    const closing = await waiting(kimura, { kind: 'suspend', staff: sato.id, reason });
    expect(code(await readSession(context, sato.token))).toBe('done');
    expect(code(await decide(nakamura, closing, 'approve'))).toBe('done');
    expect(code(await readSession(context, sato.token))).toBe('not_signed_in');
    const opening = await waiting(nakamura, { kind: 'restore', staff: sato.id, reason });
    expect(code(await decide(kimura, opening, 'approve'))).toBe('done');
    expect(code(await readSession(context, sato.token))).toBe('not_signed_in');
    const staff = await listStaff(as(kimura));
    expect(staff.find(({ id }) => id === sato.id)).toMatchObject({
      ...{ suspended: false, roles: ['support', 'recovery'] },
      account: { suspension: null, signsInBy: ['password'], passkeys: 0, lastSeenAt: clock.now() },
    });
  });

  test('refused, with a reason, changes nothing and may be proposed anew', async () => {
    const [kimura, nakamura] = [await hired('administrator'), await hired('administrator')];
    const sato = await hired('support');
    const change = { kind: 'suspend', staff: sato.id, reason } as const;
    const id = await waiting(kimura, change);
    expect(code(await decide(nakamura, id, 'reject'))).toBe('reason_missing');
    expect(code(await decide(nakamura, id, 'reject', '  '))).toBe('reason_missing');
    clock.advance(minuteMs);
    expect(code(await decide(nakamura, id, 'reject', '在職中です'))).toBe('done');
    expect(code(await readSession(context, sato.token))).toBe('done');
    expect(code(await decide(nakamura, id, 'approve'))).toBe('staff_change_decided');
    expect(code(await propose(kimura, change))).toBe('done');
    expect(code(await propose(nakamura, change))).toBe('change_waits_already');
    const decided = await listStaffChanges(context, 'decided');
    expect(decided[0]).toMatchObject({ id, decision: { verdict: 'reject', reason: '在職中です' } });
    const open = await listStaffChanges(context, 'open');
    expect(open.map((one) => one.id)).not.toContain(id);
  });

  test('is not decided by whoever proposed it, nor by whose account it is, nor by others', async () => {
    const [kimura, nakamura] = [await hired('administrator'), await hired('administrator')];
    const third = await hired('administrator');
    const id = await waiting(kimura, { kind: 'suspend', staff: third.id, reason });
    expect(code(await decide(kimura, id, 'approve'))).toBe('proposer_decides');
    expect(code(await decide(kimura, id, 'reject', 'x'))).toBe('proposer_decides');
    expect(code(await decide(third, id, 'approve'))).toBe('own_account');
    expect(code(await decide(await hired('treasury', 'risk'), id, 'approve'))).toBe(
      'not_permitted',
    );
    expect(code(await decide(nakamura, newId(), 'approve'))).toBe('staff_change_unknown');
    expect(code(await decide(nakamura, "' or 1=1", 'approve'))).toBe('staff_change_unknown');
    const late = as(nakamura);
    clock.advance(5 * minuteMs);
    const stale = await decideStaffChange(late, { id, decision: 'approve' });
    expect(code(stale)).toBe('factor_not_fresh');
  });

  test('is decided once, also when two decide at once', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => hired('administrator')));
    const [kimura, ...others] = people as [Member, ...Member[]];
    const sato = await hired('support');
    const id = await waiting(kimura, { kind: 'suspend', staff: sato.id, reason });
    const answers = await Promise.all(others.map((one) => decide(one, id, 'approve')));
    expect(answers.map(code).sort()).toEqual([
      'done',
      'staff_change_decided',
      'staff_change_decided',
    ]);
  });

  test.each<[string, (p: { kimura: Member; sato: Member }) => Promise<unknown>]>([
    [
      'its proposer is administrator no more',
      ({ kimura }) => setStaff(kimura, { roles: ['auditor'] }),
    ],
    ['its proposer was suspended', ({ kimura }) => setStaff(kimura, { suspension: '{}' })],
    ['the account has other roles', ({ sato }) => setStaff(sato, { roles: ['auditor'] })],
    ['the account was closed', ({ sato }) => setStaff(sato, { suspension: '{}' })],
  ])('is out of date when %s', async (_, happens) => {
    const [kimura, nakamura] = [await hired('administrator'), await hired('administrator')];
    const sato = await hired('support');
    const id = await waiting(kimura, { kind: 'roles', staff: sato.id, roles: ['risk'], reason });
    await happens({ kimura, sato });
    const before = await rolesOf(sato);
    expect(code(await decide(nakamura, id, 'approve'))).toBe('staff_change_stale');
    expect(await rolesOf(sato)).toEqual(before);
    expect(code(await decide(nakamura, id, 'reject', '古い'))).toBe('done');
  });

  test.each<[string, (p: { sato: Member; kimura: Member }) => ProposedStaffChange]>([
    ['reason_missing', ({ sato }) => ({ kind: 'suspend', staff: sato.id, reason: ' ' })],
    ['role_missing', ({ sato }) => ({ kind: 'roles', staff: sato.id, roles: [], reason })],
    ['role_missing', () => ({ kind: 'invite', name: '森', reason })],
    ['name_missing', () => ({ kind: 'invite', name: ' ', roles: ['risk'], reason })],
    ['staff_unknown', () => ({ kind: 'suspend', staff: newId(), reason })],
    ['staff_unknown', () => ({ kind: 'suspend', reason })],
    ['staff_unknown', () => ({ kind: 'restore', staff: '../x', reason })],
    ['nothing_to_change', ({ sato }) => ({ kind: 'restore', staff: sato.id, reason })],
    [
      'nothing_to_change',
      ({ sato }) => ({ kind: 'roles', staff: sato.id, roles: ['support'], reason }),
    ],
    ['own_account', ({ kimura }) => ({ kind: 'suspend', staff: kimura.id, reason })],
    [
      'own_account',
      ({ kimura }) => ({ kind: 'roles', staff: kimura.id, roles: ['treasury'], reason }),
    ],
  ])('is not put to anybody: %s', async (expected, change) => {
    const [kimura] = [await hired('administrator'), await hired('administrator')];
    const sato = await hired('support');
    expect(code(await propose(kimura, change({ sato, kimura })))).toBe(expected);
  });

  test('is proposed by nobody else', async () => {
    const outsider = await hired('support', 'recovery', 'treasury', 'auditor');
    const change = { kind: 'suspend', staff: newId(), reason } as const;
    expect(code(await propose(outsider, change))).toBe('not_permitted');
  });
});

test('colleagues see names and roles; logins and factors only those who look after accounts', async () => {
  const support = await listStaff(as(await hired('support')));
  expect(support.every(({ account }) => account === null)).toBe(true);
  const auditor = await listStaff(as(await hired('auditor')));
  expect(auditor.every(({ account }) => account !== null)).toBe(true);
  expect(JSON.stringify(support)).not.toContain('@example.com');
});

describe('the database, asked around the application,', () => {
  async function change(over: object) {
    const [kimura, nakamura] = [await hired('administrator'), await hired('administrator')];
    const sato = await hired('support');
    const id = await waiting(kimura, { kind: 'suspend', staff: sato.id, reason });
    const decided = { decision: 'approve', decided_by: nakamura.id, decided_at: clock.now() };
    const who = { proposer: kimura.id, staff: sato.id };
    const set = Object.fromEntries(
      Object.entries({ ...decided, ...over }).map(([name, value]) => [
        name,
        who[value as keyof typeof who] ?? value,
      ]),
    );
    return await database.updateTable('staff_changes').set(set).where('id', '=', id).execute();
  }

  test.each([
    ['a decision by the proposer', { decided_by: 'proposer' }, /staff_change_by_two/],
    ['one by whose account it is', { decided_by: 'staff' }, /staff_change_of_another/],
    ['one by nobody', { decided_by: null }, /check/],
    ['another word than yes or no', { decision: 'perhaps' }, /check/],
  ])('refuses %s', async (_, over, why) => {
    await expect(change(over)).rejects.toThrow(why);
    await expect(change({})).resolves.toBeDefined();
  });
});

function setStaff({ id }: Member, set: { roles: string[] } | { suspension: string }) {
  return database.updateTable('staff').set(set).where('id', '=', id).execute();
}
