import { afterAll, expect, test } from 'vitest';
import { passkeyDevice } from '../../test/passkey-device.ts';
import { testDatabase } from '../../test/postgres.ts';
import { clockAt, dayMs, minuteMs, newId } from '../std/index.ts';
import {
  acceptInvitation,
  accessProblems,
  askForPasskey,
  beginPasskeyJoin,
  createStaff,
  decideStaffChange,
  inviteAdministrator,
  joinByPasskey,
  proposeStaffChange,
  readInvitation,
  removePasskey,
  type StaffRole,
  signIn,
  signInByPasskey,
  suspendStaff,
} from './index.ts';
import { openSession } from './open-session.ts';

const { database } = await testDatabase();
const clock = clockAt('2026-11-22T00:00:00Z');
const origin = 'https://desk.example.com';
const site = { rpId: 'desk.example.com', origins: [origin], name: 'Kaeru' };
const context = { database, clock, accessKey: new Uint8Array(32), site };
const system = { kind: 'system', id: 'test' } as const;
afterAll(() => database.destroy());

const newcomer = (login: string) => ({ login, name: 'Sato', password: 'a long enough sentence' });
const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

async function hired(...roles: StaffRole[]): Promise<string> {
  const made = await createStaff(
    { ...context, actor: system },
    { ...newcomer(`${newId()}@example.com`), roles },
  );
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}

async function init(): Promise<string> {
  const invited = await inviteAdministrator(context);
  if (!invited.ok) throw new Error(invited.code);
  return invited.value.token;
}

/** An invitation that two administrators, made for it, agreed on. */
async function agreedInvitation(...roles: StaffRole[]) {
  const [proposer, decider] = [await hired('administrator'), await hired('administrator')];
  const as = (id: string) => ({ kind: 'staff', id, roles: ['administrator'] }) as const;
  const proposed = await proposeStaffChange(
    { ...context, actor: as(proposer) },
    { kind: 'invite', name: '森', roles, reason: '増員' },
  );
  if (!proposed.ok) throw new Error(proposed.code);
  const { session } = await openSession(database, clock, {
    actor: as(decider),
    factor: 'passkey',
  });
  const decided = await decideStaffChange(
    { ...context, actor: as(decider), session },
    { id: proposed.value.id, decision: 'approve' },
  );
  if (!decided.ok || !decided.value.invitation) throw new Error('two administrators invite');
  return { proposer, decider, token: decided.value.invitation.token };
}

test('the first two administrators come in one by one, each by a token that works once', async () => {
  const lost = await init();
  const token = await init();
  const replaced = { ...newcomer('lost@example.com'), token: lost };
  expect(code(await acceptInvitation(context, replaced))).toBe('invitation_unknown');
  const answers = await Promise.all(
    ['a@example.com', 'b@example.com', 'c@example.com'].map((login) =>
      acceptInvitation(context, { ...newcomer(login), token }),
    ),
  );
  expect(answers.map(code).sort()).toEqual(['done', 'invitation_unknown', 'invitation_unknown']);
  const second = await acceptInvitation(context, {
    ...newcomer('second@example.com'),
    token: await init(),
  });
  expect(second.ok).toBe(true);
  expect(await inviteAdministrator(context)).toMatchObject({ code: 'administrators_exist' });
  const staff = await database.selectFrom('staff').select(['roles', 'invited_by']).execute();
  const administrator = { roles: ['administrator'], invited_by: 'init' };
  expect(staff).toEqual([administrator, administrator]);
});

test('one who is left alone is given a second again, and no third by an old token', async () => {
  const [alone] = await database.selectFrom('staff').select('id').execute();
  const left = { staff: alone?.id ?? '', reason: 'left' };
  expect(code(await suspendStaff({ ...context, actor: system }, left))).toBe('done');
  const token = await init();
  const other = await hired('administrator');
  const late = { ...newcomer('late-second@example.com'), token };
  expect(code(await acceptInvitation(context, late))).toBe('invitation_unknown');
  await suspendStaff({ ...context, actor: system }, { staff: other, reason: 'left' });
  expect(code(await acceptInvitation(context, late))).toBe('done');
});

test('two administrators invite; the token gives the roles that it names, for three days', async () => {
  const { token, proposer } = await agreedInvitation('risk', 'recovery');
  const { token: late } = await agreedInvitation('risk');
  expect(await readInvitation(context, token)).toMatchObject({
    ok: true,
    value: { name: '森', roles: ['risk', 'recovery'] },
  });
  const taken = { ...newcomer('A@EXAMPLE.COM '), token };
  const first = await database.selectFrom('staff').select('login').executeTakeFirstOrThrow();
  expect(code(await acceptInvitation(context, { ...taken, login: first.login }))).toBe(
    'login_taken',
  );
  const joined = await acceptInvitation(context, { ...taken, login: 'mori@example.com' });
  if (!joined.ok) throw new Error(joined.code);
  expect(joined.value.oneTime.uri).toContain('otpauth://totp/Kaeru');
  const row = await database
    .selectFrom('staff')
    .select(['roles', 'invited_by'])
    .where('id', '=', joined.value.id)
    .executeTakeFirst();
  expect(row).toEqual({ roles: ['risk', 'recovery'], invited_by: proposer });
  expect(code(await readInvitation(context, token))).toBe('invitation_unknown');
  clock.advance(3 * dayMs);
  const tooLate = { ...newcomer('late@example.com'), token: late };
  expect(code(await acceptInvitation(context, tooLate))).toBe('invitation_unknown');
  expect(code(await readInvitation(context, late))).toBe('invitation_unknown');
});

test.each<[string, 'proposer' | 'decider', { suspension: string } | { roles: string[] }]>([
  ['its proposer was suspended', 'proposer', { suspension: JSON.stringify({ reason: 'left' }) }],
  ['its proposer lost the role', 'proposer', { roles: ['auditor'] }],
  ['its approver was suspended', 'decider', { suspension: JSON.stringify({ reason: 'left' }) }],
  ['its approver lost the role', 'decider', { roles: ['auditor'] }],
])('an invitation lets nobody in when %s since', async (_, who, change) => {
  const invited = await agreedInvitation('administrator');
  await database.updateTable('staff').set(change).where('id', '=', invited[who]).execute();
  const back = { ...newcomer('back@example.com'), token: invited.token };
  expect(code(await acceptInvitation(context, back))).toBe('invitation_unknown');
  const begun = await beginPasskeyJoin(context, back);
  expect(code(begun)).toBe('invitation_unknown');
});

test('nobody but the program makes staff outright', async () => {
  const made = await createStaff(
    { ...context, actor: { kind: 'staff', id: 'x', roles: ['administrator'] } },
    { ...newcomer('x@example.com'), roles: ['risk'] },
  );
  expect(code(made)).toBe('not_permitted');
});

test.each([
  ['password_too_short', { password: 'short' }],
  ['password_too_short', { password: 'ｓｈｏｒｔ' }],
  ['password_too_long', { password: 'x'.repeat(257) }],
  ['login_malformed', { login: 'a b@example.com' }],
  ['login_malformed', { login: '' }],
])('%s: %o', async (expected, over) => {
  const made = await createStaff(
    { ...context, actor: system },
    { ...newcomer('new@example.com'), ...over, roles: ['support'] },
  );
  expect(code(made)).toBe(expected);
  expect(Object.keys(accessProblems)).toContain(expected);
});

/** Joins by a passkey as a browser does; `over` is what somebody sends instead. */
async function joinWith(
  device: ReturnType<typeof passkeyDevice>,
  who: { readonly token: string; readonly login: string; readonly name: string },
  over: { readonly token?: string; readonly login?: string; readonly origin?: string } = {},
) {
  const { origin: from, ...instead } = over;
  const begun = await beginPasskeyJoin(context, who);
  if (!begun.ok) return begun;
  const { challenge, options } = begun.value;
  const response = device.register(options, from ? { origin: from } : {});
  const answer = { challenge, response, label: '鍵' };
  return await joinByPasskey(context, { ...who, ...instead, ...answer });
}

const newDevice = () => passkeyDevice({ rpId: site.rpId, origin });

test('by a passkey one joins without a password, is signed in, and comes back by it alone', async () => {
  const { token } = await agreedInvitation('treasury');
  const device = newDevice();
  const joined = await joinWith(device, { token, login: 'Key@example.com', name: '鍵' });
  if (!joined.ok) throw new Error(joined.code);
  const { actor, factor } = joined.value.session;
  expect([actor.kind === 'staff' && actor.roles, factor]).toEqual([['treasury'], 'passkey']);
  const { challenge, options } = await askForPasskey(context);
  const back = await signInByPasskey(context, { challenge, response: device.show(options) });
  expect(back).toMatchObject({ ok: true, value: { session: { actor } } });
  for (const code of ['000000', '']) {
    const guess = { login: 'key@example.com', password: '', code };
    expect(await signIn(context, guess)).toMatchObject({ code: 'sign_in_refused' });
  }
  const last = await removePasskey(context, joined.value.session, { id: device.id });
  expect(code(last)).toBe('passkey_is_only_way_in');
  const again = await joinWith(newDevice(), { token, login: 'other@example.com', name: '別' });
  expect(code(again)).toBe('invitation_unknown');
});

test('refused, a join by passkey leaves neither an account nor a spent invitation', async () => {
  const { token } = await agreedInvitation('support');
  const used = newDevice();
  const { token: other } = await agreedInvitation('support');
  await joinWith(used, { token: other, login: 'used@example.com', name: '先' });
  const who = { token, login: 'second-key@example.com', name: '後' };
  expect(code(await joinWith(used, who))).toBe('passkey_refused');
  expect(code(await joinWith(newDevice(), who, { origin: 'https://evil.example' }))).toBe(
    'passkey_refused',
  );
  expect(code(await joinWith(newDevice(), who, { token: 'none' }))).toBe('invitation_unknown');
  expect(code(await joinWith(newDevice(), who, { login: 'used@example.com' }))).toBe('login_taken');
  expect(code(await joinWith(newDevice(), { ...who, login: 'a b' }))).toBe('login_malformed');
  const begun = await beginPasskeyJoin(context, who);
  if (!begun.ok) throw new Error(begun.code);
  clock.advance(5 * minuteMs);
  const { challenge, options } = begun.value;
  const late = { challenge, response: newDevice().register(options), label: '鍵' };
  expect(code(await joinByPasskey(context, { ...who, ...late }))).toBe('passkey_refused');
  const row = await database
    .selectFrom('staff')
    .select('id')
    .where('login', '=', who.login)
    .executeTakeFirst();
  expect(row).toBeUndefined();
  expect(code(await joinWith(newDevice(), who))).toBe('done');
});
