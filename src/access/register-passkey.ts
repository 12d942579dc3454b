import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { PasskeyContext } from './context.ts';
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
    rpName: site.name,
    rpID: site.rpId,
    userName: member.login,
    userDisplayName: member.name,
    userID: Uint8Array.from(Buffer.from(staffId)),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: earlier.map((passkey) => ({ id: passkey.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
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
  const { database, clock, site } = context;
  const permitted = permit(session.actor, 'factor.add');
  if (!permitted.ok) return permitted;
  const staffId = session.actor.id;
  const expectedChallenge = await takeChallenge(database, clock, {
    id: input.challenge,
    purpose: 'register',
    staffId,
  });
  if (expectedChallenge === null) return refuse('passkey_refused');
  // The library throws on every answer that does not hold: each of them is the same refusal to us.
  const verified = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return refuse('passkey_refused');
  const { credential } = verified.registrationInfo;
  return inTransaction(database, async (tx) => {
    const added = await tx
      .insertInto('passkeys')
      .values({
        credential_id: credential.id,
        staff_id: staffId,
        public_key: Buffer.from(credential.publicKey),
        counter: BigInt(credential.counter),
        label: input.label.trim().slice(0, 100),
        created_at: clock.now(),
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse('passkey_refused');
    await record(
      tx,
      { actor: session.actor, clock },
      { action: 'factor.add', subject: staffId, details: { passkey: credential.id } },
    );
    return done({ id: credential.id });
  });
}
