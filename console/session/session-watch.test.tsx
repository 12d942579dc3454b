import { expect, test } from 'vitest';
import { ownPath } from './login-page.tsx';
import type { StaffSession } from './session.ts';
import { endOf } from './session-watch.tsx';

const session: StaffSession = {
  id: 's',
  name: 'Sato',
  roles: [],
  permitted: [],
  endsAt: '2026-11-22T12:00:00.000Z',
  idleUntil: '2026-11-22T03:15:00.000Z',
  factorFreshUntil: null,
};

test('a session ends by the clock or by not being used, whichever comes first', () => {
  expect(endOf(session)).toBe(Date.parse('2026-11-22T03:15:00.000Z'));
  expect(endOf({ ...session, idleUntil: null })).toBe(Date.parse(session.endsAt));
  expect(endOf({ ...session, idleUntil: null, endsAt: '' })).toBeNull();
  expect(endOf(undefined)).toBeNull();
});

test('after the log-in one goes to pages of the console only', () => {
  expect(ownPath('/cases/R-26-000001?x=1')).toBe('/cases/R-26-000001?x=1');
  for (const trap of [undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example']) {
    expect(ownPath(trap)).toBe('/');
  }
});
