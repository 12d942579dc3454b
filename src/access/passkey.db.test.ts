import { afterAll, beforeAll, expect, test } from 'vitest';
import { passkeyDevice } from '../../test/passkey-device.ts';
import { testDatabase } from '../../test/postgres.ts';
import { clockAt, minuteMs } from '../std/index.ts';
import {
  askForPasskey,
  beginPasskeyRegistration,
  createStaff,
  finishPasskeyRegistration,
  requireFresh,
  type Session,
  showPasskey,
  signInByPasskey,
  suspendStaff,
} from './index.ts';
import { openSession } from './open-session.ts';

const { database } = await testDatabase();
const clock = clockAt('2026-11-22T00:00:00Z');
const origin = 'https://desk.example.com';
const site = { rpId: 'desk.example.com', origins: [origin], name: 'Kaeru' };
const context = { database, clock, accessKey: new Uint8Array(32), site };
const device = passkeyDevice({ rpId: site.rpId, origin });
afterAll(() => database.destroy());

async function member(login: string): Promise<Session> {
  const created = await createStaff(
    { ...context, actor: { kind: 'system', id: 'test' } },
    { login, name: login, password: 'twelve letters', roles: ['treasury'] },
  );
  if (!created.ok) throw new Error(created.code);
  const actor = { kind: 'staff', id: created.value.id, roles: ['treasury'] } as const;
  return (await openSession(database, clock, { actor, factor: 'password_and_code' })).session;
}

async function register(
  session: Session,
  from: ReturnType<typeof passkeyDevice>,
  manner: Parameters<typeof from.register>[1] = {},
) {
  const begun = await beginPasskeyRegistration(context, session);
  if (!begun.ok) return begun;
  const { challenge, options } = begun.value;
  const response = from.register(options, manner);
  return finishPasskeyRegistration(context, session, { challenge, response, label: 'my key' });
}

let sato: Session;
beforeAll(async () => {
  sato = await member('sato@example.com');
  expect(await register(sato, device)).toMatchObject({ ok: true });
});

test('a passkey signs its holder in, without a login being named', async () => {
  const { challenge, options } = await askForPasskey(context);
  expect(options).toMatchObject({ userVerification: 'required', rpId: site.rpId });
  const opened = await signInByPasskey(context, { challenge, response: device.show(options) });
  expect(opened).toMatchObject({ ok: true, value: { session: { actor: sato.actor } } });
});

test('an answer is good once', async () => {
  const { challenge, options } = await askForPasskey(context);
  const response = device.show(options);
  expect((await signInByPasskey(context, { challenge, response })).ok).toBe(true);
  expect(await signInByPasskey(context, { challenge, response })).toMatchObject({
    code: 'passkey_refused',
  });
});

test.each([
  ['from another site', { origin: 'https://desk.example.com.evil.test' }],
  ['for another site', { rpId: 'evil.test' }],
  ['that nobody unlocked', { verified: false }],
  ['to another question', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ['of a copied key, whose counter goes back', { counter: 1 }],
])('an answer %s is refused', async (_, manner) => {
  const { challenge, options } = await askForPasskey(context);
  const response = device.show(options, manner);
  expect(await signInByPasskey(context, { challenge, response })).toMatchObject({
    code: 'passkey_refused',
  });
  // The near miss: the same device, behaving, is let in.
  const again = await askForPasskey(context);
  const proper = { challenge: again.challenge, response: device.show(again.options) };
  expect((await signInByPasskey(context, proper)).ok).toBe(true);
});

test('an answer that comes after five minutes, or from a device never registered, is refused', async () => {
  const late = await askForPasskey(context);
  const lateAnswer = { challenge: late.challenge, response: device.show(late.options) };
  clock.advance(5 * minuteMs);
  expect((await signInByPasskey(context, lateAnswer)).ok).toBe(false);
  const stranger = passkeyDevice({ rpId: site.rpId, origin });
  const { challenge, options } = await askForPasskey(context);
  const answer = { challenge, response: stranger.show(options) };
  expect((await signInByPasskey(context, answer)).ok).toBe(false);
});

test('a passkey makes its own holder’s session fresh, and nobody else’s', async () => {
  clock.advance(10 * minuteMs);
  expect(requireFresh(sato, clock).ok).toBe(false);
  const asked = await askForPasskey(context);
  const answer = { challenge: asked.challenge, response: device.show(asked.options) };
  const shown = await showPasskey(context, sato, answer);
  expect(shown.ok && requireFresh(shown.value, clock).ok).toBe(true);
  const mori = await member('mori@example.com');
  const again = await askForPasskey(context);
  const borrowed = { challenge: again.challenge, response: device.show(again.options) };
  expect(await showPasskey(context, mori, borrowed)).toMatchObject({ code: 'passkey_refused' });
});

test('a passkey is added only by a fresh session, unlocked, from this site, and to one account', async () => {
  const mori = await member('mori2@example.com');
  const other = passkeyDevice({ rpId: site.rpId, origin });
  expect((await register(mori, other, { verified: false })).ok).toBe(false);
  expect((await register(mori, other, { origin: 'https://evil.test' })).ok).toBe(false);
  expect((await register(mori, device)).ok).toBe(false);
  expect((await register(mori, other)).ok).toBe(true);
  clock.advance(5 * minuteMs);
  expect(await register(mori, other)).toMatchObject({ code: 'factor_not_fresh' });
});

test('a suspended holder’s passkey opens nothing', async () => {
  const leaver = await member('leaver@example.com');
  const key = passkeyDevice({ rpId: site.rpId, origin });
  await register(leaver, key);
  await suspendStaff(
    { ...context, actor: { kind: 'system', id: 'command line' } },
    { staff: leaver.actor.id, reason: 'left' },
  );
  const { challenge, options } = await askForPasskey(context);
  const answer = { challenge, response: key.show(options) };
  expect(await signInByPasskey(context, answer)).toMatchObject({ code: 'passkey_refused' });
});
