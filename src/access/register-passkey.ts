import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { type Context, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { PasskeyContext, PasskeySite } from './context.ts';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import { permit } from './permit.ts';
import { requireFresh } from './require-fresh.ts';
import type { Session } from './session.ts';

/** What the browser is asked, and the id to answer under. */
export interface PasskeyInvitation {
  readonly challenge: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

const passkeysMax = 20;
/** ES256 first, the only kind that the signer takes from approvers; then EdDSA and RS256. */
const algorithms = [-7, -8, -257];

/** What every new passkey is asked for: it is found without a login, and must be unlocked. */
export function registrationOptions(site: PasskeySite) {
  return {
    rpName: site.name,
    rpID: site.rpId,
    attestationType: 'none' as const,
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' } as const,
  };
}

type RegistrationRefusal = 'not_permitted' | 'factor_not_fresh' | 'passkeys_too_many';

/** Begins to add a passkey to one's own account. Needs a factor shown in the last five minutes. */
export async function beginPasskeyRegistration(
  context: PasskeyContext,
  session: Session,
): Promise<Outcome<PasskeyInvitation, RegistrationRefusal>> {
  const { database, clock, site } = context;
  const permitted = permit(session.actor, 'factor.add');
  if (!permitted.ok) return permitted;
  const fresh = requireFresh(session, clock);
  if (!fresh.ok) return fresh;
  const staffId = session.actor.id;
  const member = await database
    .selectFrom('staff')
    .select(['login', 'name'])
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  const earlier = await database
    .selectFrom('passkeys')
    .select('credential_id')
    .where('staff_id', '=', staffId)
    .execute();
  if (earlier.length >= passkeysMax) return refuse('passkeys_too_many');
  const options = await generateRegistrationOptions({
    ...registrationOptions(site),
    userName: member.login,
    userDisplayName: member.name,
    userID: Uint8Array.from(Buffer.from(staffId)),
    excludeCredentials: earlier.map((passkey) => ({ id: passkey.credential_id })),
  });
  const challenge = await keepChallenge(database, clock, {
    purpose: 'register',
    staffId,
    challenge: options.challenge,
  });
  return done({ challenge, options });
}

/** Adds the passkey that the browser made for the challenge; its credential id comes back. */
export async function finishPasskeyRegistration(
  context: PasskeyContext,
  session: Session,
  input: {
    readonly challenge: string;
    readonly response: RegistrationResponseJSON;
    readonly label: string;
  },
): Promise<Outcome<{ readonly id: string }, 'not_permitted' | 'passkey_refused'>> {
  const { actor } = session;
  const permitted = permit(actor, 'factor.add');
  if (!permitted.ok) return permitted;
  const verified = await verifyNewPasskey(context, actor.id, input);
  if (!verified) return refuse('passkey_refused');
  return inTransaction(context.database, async (tx) => {
    const { clock } = context;
    const added = await addVerifiedPasskey(tx, { actor, clock }, verified, input.label);
    return added ? done({ id: verified.id }) : refuse('passkey_refused');
  });
}

/**
 * The new passkey in the browser's answer, or null when it is no good answer to a question that was
 * put to this person: to `staffId`, or for null to somebody who is about to join.
 */
export async function verifyNewPasskey(
  { database, clock, site }: PasskeyContext,
  staffId: string | null,
  input: { readonly challenge: string; readonly response: RegistrationResponseJSON },
): Promise<WebAuthnCredential | null> {
  const expectedChallenge = await takeChallenge(database, clock, {
    id: input.challenge,
    purpose: 'register',
    staffId,
  });
  if (expectedChallenge === null) return null;
  // The library throws on every answer that does not hold: each of them is the same refusal to us.
  const verified = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  return verified?.verified ? verified.registrationInfo.credential : null;
}

/** Writes a passkey to the actor's account. False when somebody, or they, have it already. */
export async function addVerifiedPasskey(
  tx: Tx,
  context: Pick<Context, 'actor' | 'clock'>,
  credential: WebAuthnCredential,
  label: string,
): Promise<boolean> {
  const added = await tx
    .insertInto('passkeys')
    .values({
      credential_id: credential.id,
      staff_id: context.actor.id,
      public_key: Buffer.from(credential.publicKey),
      counter: BigInt(credential.counter),
      label: label.trim().slice(0, 100),
      created_at: context.clock.now(),
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  const details = { passkey: credential.id };
  await record(tx, context, { action: 'factor.add', subject: context.actor.id, details });
  return true;
}
