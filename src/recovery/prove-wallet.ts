import { permit } from '../access/index.ts';
import { record } from '../audit/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { type Address, type NetworkId, parseTxHash } from '../networks/index.ts';
import { done, later, type Outcome, refuse } from '../std/index.ts';
import { challengeMs } from './challenge-wallet.ts';
import { changeClaim } from './change-claim.ts';
import type { Claim, ClaimNumber, Destination } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { keepProof } from './keep-proof.ts';
import { readOwnClaim } from './read-own-claim.ts';
import { screenDestination } from './screen-destination.ts';
import { sentSetAmount } from './sent-set-amount.ts';
import { verifySignature } from './verify-signature.ts';

/** A signature of the challenge's message, or the id of the transaction that sent the set amount. */
export type WalletProof =
  | { readonly kind: 'signature'; readonly signature: string }
  | { readonly kind: 'set_amount'; readonly transaction: string };

/** Why it shows nothing, or not yet. */
export type ProveWalletCode =
  | 'not_permitted'
  | 'claim_not_found'
  | 'challenge_not_found'
  | 'challenge_expired'
  | 'wallet_not_proven'
  | 'wallet_proof_unread'
  | 'destination_refused'
  | 'hash_malformed'
  | 'claim_changed';

interface Challenge {
  readonly id: string;
  readonly address: Address;
  readonly message: string;
  readonly setUnits: bigint;
  readonly madeAt: Date;
}

/** What showed the wallet, and where it counts: on one network, or on all (null). */
type Shown = Destination['proof'] & { readonly network: NetworkId | null };

/**
 * Takes the proof of a challenge, which is good for one. A wallet once shown is kept, and never asked
 * for again. When the claim waits for this very wallet as its destination the claim goes on; when it
 * waits to learn who sent the transfer, Kaeru looks again.
 */
export async function proveWallet(
  context: RecoveryContext,
  input: { readonly number: ClaimNumber; readonly challenge: string; readonly proof: WalletProof },
): Promise<Outcome<Claim, ProveWalletCode>> {
  const permitted = permit(context.actor, 'claim.prove_destination');
  if (!permitted.ok) return permitted;
  const claim = await readOwnClaim(context.database, context, input.number);
  if (!claim) return refuse('claim_not_found', { number: input.number });
  const challenge = await readChallenge(context, claim, input.challenge);
  if (!challenge.ok) return challenge;
  const shown = await checkProof(context, claim, challenge.value, input.proof);
  if (!shown.ok) return shown;
  return await takeProof(context, claim, challenge.value, shown.value);
}

async function readChallenge(
  context: RecoveryContext,
  claim: Claim,
  id: string,
): Promise<Outcome<Challenge, 'challenge_not_found' | 'challenge_expired'>> {
  const isId = /^[0-9a-f-]{36}$/.test(id);
  const row = isId ? await challengeRow(context.database, claim, id) : undefined;
  if (!row || row.used_at) return refuse('challenge_not_found', { challenge: id.slice(0, 40) });
  if (row.expires_at <= context.clock.now()) return refuse('challenge_expired');
  return done({
    id: row.id,
    address: row.address as Address,
    message: row.message,
    setUnits: row.set_units,
    madeAt: later(row.expires_at, -challengeMs),
  });
}

function challengeRow(database: Database, claim: Claim, id: string) {
  return database
    .selectFrom('wallet_challenges')
    .selectAll()
    .where('id', '=', id)
    .where('claim_number', '=', claim.number)
    .where('customer_id', '=', claim.customer)
    .executeTakeFirst();
}

async function checkProof(
  context: RecoveryContext,
  claim: Claim,
  challenge: Challenge,
  proof: WalletProof,
): Promise<Outcome<Shown, ProveWalletCode>> {
  const at = context.clock.now();
  if (proof.kind === 'signature') {
    const { message, address } = challenge;
    const nodes = claim.network ? context.chains.of(claim.network) : null;
    const checked = await verifySignature({ message, address, signature: proof.signature, nodes });
    if (!checked.ok) return checked;
    const network = checked.value === 'contract_signature' ? claim.network : null;
    return done({ kind: checked.value, at, evidence: proof.signature.slice(0, 4096), network });
  }
  const hash = parseTxHash(proof.transaction);
  if (!hash.ok) return hash;
  const sent = await sentSetAmount(context, claim, challenge, hash.value);
  if (!sent.ok) return sent;
  return done({ kind: 'set_amount', at, evidence: sent.value, network: null });
}

async function takeProof(
  context: RecoveryContext,
  claim: Claim,
  challenge: Challenge,
  shown: Shown,
): Promise<Outcome<Claim, ProveWalletCode>> {
  const { address } = challenge;
  const { network, ...proof } = shown;
  const countsHere = network === null || network === claim.network;
  const goesOn = claim.state === 'proving' && claim.choice?.address === address && countsHere;
  const screened = await screenDestination(context, address);
  if (!screened.ok) return screened;
  return await context.database.transaction().execute(async (tx) => {
    if (!(await useUp(tx, challenge, proof.at))) {
      return refuse('challenge_not_found', { challenge: challenge.id });
    }
    await keepProof(tx, claim, address, shown);
    const audit = { action: 'recovery.prove_wallet', details: { address, kind: proof.kind } };
    if (goesOn) {
      const destination: Destination = { address, proof, screened: screened.value };
      return changedOr(
        claim,
        await changeClaim(tx, context, claim, 'prove', { destination }, audit),
      );
    }
    if (claim.state === 'waiting' || claim.state === 'quoted') {
      return changedOr(claim, await changeClaim(tx, context, claim, 'look_again', {}, audit));
    }
    await record(tx, context, { ...audit, subject: claim.number });
    return done(claim);
  });
}

/** A challenge is answered once; of two answers at the same time one counts. */
async function useUp(tx: Tx, challenge: Challenge, at: Date): Promise<boolean> {
  const used = await tx
    .updateTable('wallet_challenges')
    .set({ used_at: at })
    .where('id', '=', challenge.id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

function changedOr(claim: Claim, changed: Claim | null): Outcome<Claim, 'claim_changed'> {
  return changed ? done(changed) : refuse('claim_changed', { number: claim.number });
}
