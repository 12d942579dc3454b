import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { PasskeyContext } from './context.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import type { Session } from './session.ts';

/** What the browser is asked, and the id to answer under. */
export interface PasskeyQuestion {
  readonly challenge: string;
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

/** What the browser answered, and to which question. */
export interface PasskeyAnswer {
  readonly challenge: string;
  readonly response: AuthenticationResponseJSON;
}

/**
 * Asks for a passkey, to sign in or to make a session fresh. The question is the same for everybody
 * and names no account: the key itself says whose it is.
 */
export async function askForPasskey(context: PasskeyContext): Promise<PasskeyQuestion> {
  const options = await generateAuthenticationOptions({
    rpID: context.site.rpId,
    userVerification: 'required',
  });
  const challenge = await keepChallenge(context.database, context.clock, {
    purpose: 'show',
    staffId: null,
    challenge: options.challenge,
  });
  return { challenge, options };
}

/** Signs in by a passkey alone: it is two factors, being a thing that its holder must unlock. */
export async function signInByPasskey(
  context: PasskeyContext,
  answer: PasskeyAnswer,
): Promise<Outcome<OpenedSession, 'passkey_refused'>> {
  const { database, clock } = context;
  const staffId = await holderOf(context, answer);
  if (staffId === null) return refuse('passkey_refused');
  return inTransaction(database, async (tx) => {
    const member = await tx
      .selectFrom('staff')
      .select('roles')
      .where('id', '=', staffId)
      .where('suspension', 'is', null)
      .executeTakeFirst();
    if (!member) return refuse('passkey_refused');
    const actor = { kind: 'staff', id: staffId, roles: member.roles } as const;
    const opened = await openSession(tx, clock, { actor, factor: 'passkey' });
    await record(
      tx,
      { actor, clock },
      { action: 'session.start', subject: opened.session.id, details: { factor: 'passkey' } },
    );
    return done(opened);
  });
}

/** Shows a passkey in a session that is open, which makes it fresh for five minutes. */
export async function showPasskey(
  context: PasskeyContext,
  session: Session,
  answer: PasskeyAnswer,
): Promise<Outcome<Session, 'passkey_refused'>> {
  const { database, clock } = context;
  const staffId = await holderOf(context, answer);
  if (session.actor.kind !== 'staff' || staffId !== session.actor.id) {
    return refuse('passkey_refused');
  }
  const freshAt = clock.now();
  await inTransaction(database, async (tx) => {
    await tx
      .updateTable('sessions')
      .set({ fresh_at: freshAt, factor: 'passkey' })
      .where('token_hash', '=', session.id)
      .execute();
    await record(
      tx,
      { actor: session.actor, clock },
      { action: 'session.refresh', subject: session.id, details: { factor: 'passkey' } },
    );
  });
  return done({ ...session, freshAt, factor: 'passkey' });
}

/** Whose passkey gave the answer, or null when it is not a good answer to the question. */
async function holderOf(context: PasskeyContext, answer: PasskeyAnswer): Promise<string | null> {
  const { database, clock, site } = context;
  const expectedChallenge = await takeChallenge(database, clock, {
    id: answer.challenge,
    purpose: 'show',
    staffId: null,
  });
  const passkey = await database
    .selectFrom('passkeys')
    .selectAll()
    .where('credential_id', '=', String(answer.response.id))
    .executeTakeFirst();
  if (expectedChallenge === null || !passkey) return null;
  // The library throws on every answer that does not hold: each of them is the same refusal to us.
  const verified = await verifyAuthenticationResponse({
    response: answer.response,
    expectedChallenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.credential_id,
      publicKey: Uint8Array.from(passkey.public_key),
      counter: Number(passkey.counter),
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  // A counter that goes back is a copied key; the library has refused it. Two answers at once: one wins.
  const noted = await database
    .updateTable('passkeys')
    .set({
      counter: BigInt(verified.authenticationInfo.newCounter),
      last_used_at: clock.now(),
    })
    .where('credential_id', '=', passkey.credential_id)
    .where('counter', '=', passkey.counter)
    .executeTakeFirst();
  return noted.numUpdatedRows === 1n ? passkey.staff_id : null;
}
