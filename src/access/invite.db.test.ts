import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { clockAt, dayMs, newId } from '../std/index.ts';
import {
  acceptInvitation,
  accessProblems,
  createStaff,
  invite,
  inviteFirstAdministrator,
} from './index.ts';

const { database } = await testDatabase();
const clock = clockAt('2026-11-22T00:00:00Z');
const context = { database, clock, accessKey: new Uint8Array(32) };
afterAll(() => database.destroy());

const newcomer = (login: string) => ({ login, name: 'Sato', password: 'a long enough sentence' });
const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

test('the first administrator comes in by a token that works once, and only while there is none', async () => {
  const lost = await inviteFirstAdministrator(context);
  const first = await inviteFirstAdministrator(context);
  if (!first.ok || !lost.ok) throw new Error('an empty house invites');
  const replaced = { ...newcomer('lost@example.com'), token: lost.value.token };
  expect(code(await acceptInvitation(context, replaced))).toBe('invitation_unknown');
  const { token } = first.value;
  const answers = await Promise.all(
    ['a@example.com', 'b@example.com', 'c@example.com'].map((login) =>
      acceptInvitation(context, { ...newcomer(login), token }),
    ),
  );
  expect(answers.map(code).sort()).toEqual(['done', 'invitation_unknown', 'invitation_unknown']);
  expect(await inviteFirstAdministrator(context)).toMatchObject({ code: 'administrator_exists' });
  const staff = await database.selectFrom('staff').select('roles').execute();
  expect(staff).toEqual([{ roles: ['administrator'] }]);
});

test('an administrator invites; the token gives the roles that it names, for three days', async () => {
  const boss = await database.selectFrom('staff').select('id').executeTakeFirstOrThrow();
  const actor = { kind: 'staff', id: boss.id, roles: ['administrator'] } as const;
  const asked = await invite({ ...context, actor }, { roles: ['risk', 'recovery'] });
  const late = await invite({ ...context, actor }, { roles: ['risk'] });
  if (!asked.ok || !late.ok) throw new Error('administrators invite');
  const taken = { ...newcomer('A@EXAMPLE.COM '), token: asked.value.token };
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
  expect(row).toEqual({ roles: ['risk', 'recovery'], invited_by: boss.id });
  clock.advance(3 * dayMs);
  const tooLate = { ...newcomer('late@example.com'), token: late.value.token };
  expect(code(await acceptInvitation(context, tooLate))).toBe('invitation_unknown');
});

test.each([
  ['was suspended', { suspension: JSON.stringify({ reason: 'left' }) }],
  ['lost the role', { roles: ['auditor'] }],
])('an invitation by somebody who %s since lets nobody in', async (_, change) => {
  const made = await createStaff(
    { ...context, actor: { kind: 'system', id: 'test' } },
    { ...newcomer(`${newId()}@example.com`), roles: ['administrator'] },
  );
  if (!made.ok) throw new Error(made.code);
  const { id } = made.value;
  const actor = { kind: 'staff', id, roles: ['administrator'] } as const;
  const invited = await invite({ ...context, actor }, { roles: ['administrator'] });
  if (!invited.ok) throw new Error(invited.code);
  await database.updateTable('staff').set(change).where('id', '=', id).execute();
  const back = { ...newcomer('back@example.com'), token: invited.value.token };
  expect(code(await acceptInvitation(context, back))).toBe('invitation_unknown');
});

test('nobody else invites or makes staff', async () => {
  const actor = { kind: 'staff', id: 'x', roles: ['treasury', 'support'] } as const;
  expect(code(await invite({ ...context, actor }, { roles: ['risk'] }))).toBe('not_permitted');
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
    { ...context, actor: { kind: 'system', id: 'test' } },
    { ...newcomer('new@example.com'), ...over, roles: ['support'] },
  );
  expect(code(made)).toBe(expected);
  expect(Object.keys(accessProblems)).toContain(expected);
});
