import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, invariant, newId, type Outcome, refuse } from '../std/index.ts';
import { joinByInvitation } from './accept-invitation.ts';
import type { PasskeyContext } from './context.ts';
import { nameNewStaff, type StaffId } from './create-staff.ts';
import { readInvitation } from './open-invitation.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { keepChallenge } from './passkey-challenge.ts';
import {
  addVerifiedPasskey,
  type PasskeyInvitation,
  registrationOptions,
  verifyNewPasskey,
} from './register-passkey.ts';

/** Somebody invited who will come in by a passkey, and has no password. */
export interface PasskeyNewcomer {
  readonly token: string;
  readonly login: string;
  readonly name: string;
}

/** Why somebody did not join by a passkey. */
export type PasskeyJoinRefusal =
  | 'invitation_unknown'
  | 'login_malformed'
  | 'login_taken'
  | 'passkey_refused';

/** Asks for the passkey of somebody who is about to join. The invitation is not used up by it. */
export async function beginPasskeyJoin(
  context: PasskeyContext,
  input: PasskeyNewcomer,
): Promise<Outcome<PasskeyInvitation, 'invitation_unknown' | 'login_malformed'>> {
  const { database, clock, site } = context;
  const named = nameNewStaff(input);
  if (!named.ok) return named;
  const invitation = await readInvitation(context, input.token);
  if (!invitation.ok) return invitation;
  const { login, name } = named.value;
  const options: PublicKeyCredentialCreationOptionsJSON = await generateRegistrationOptions({
    ...registrationOptions(site),
    userName: login,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(newId() as string)),
  });
  const kept = { purpose: 'register', staffId: null, challenge: options.challenge } as const;
  return done({ challenge: await keepChallenge(database, clock, kept), options });
}

/** Joins the staff by an invitation and a passkey; having just shown it, one is signed in. */
export async function joinByPasskey(
  context: PasskeyContext,
  input: PasskeyNewcomer & {
    readonly challenge: string;
    readonly response: RegistrationResponseJSON;
    readonly label: string;
  },
): Promise<Outcome<OpenedSession, PasskeyJoinRefusal>> {
  const { database, clock } = context;
  const named = nameNewStaff(input);
  if (!named.ok) return named;
  const verified = await verifyNewPasskey(context, null, input);
  if (!verified) return refuse('passkey_refused');
  const id = newId<StaffId>();
  return inTransaction(database, async (tx) => {
    if (await isKnown(tx, verified.id)) return refuse('passkey_refused');
    const member = { ...named.value, id, passwordHash: null, oneTimeSecretSealed: null };
    const joined = await joinByInvitation(tx, context, input.token, member);
    if (!joined.ok) return joined;
    const actor = { kind: 'staff', id, roles: joined.value.roles } as const;
    const added = await addVerifiedPasskey(tx, { actor, clock }, verified, input.label);
    invariant(
      added,
      'a challenge is answered once, so that nobody else has just added this passkey',
    );
    const opened = await openSession(tx, clock, { actor, factor: 'passkey' });
    await record(
      tx,
      { actor, clock },
      { action: 'session.start', subject: opened.session.id, details: { factor: 'passkey' } },
    );
    return done(opened);
  });
}

async function isKnown(tx: Tx, credential: string): Promise<boolean> {
  const row = await tx
    .selectFrom('passkeys')
    .select('credential_id')
    .where('credential_id', '=', credential)
    .executeTakeFirst();
  return row !== undefined;
}
