import { permit, requireFreshCustomer, type Session } from '../access/index.ts';
import { runStep } from '../jobs/index.ts';
import { type Address, parseAddress } from '../networks/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
import type { Choice, Claim, ClaimNumber, Destination } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { focusOn } from './focus-on.ts';
import { recoverySteps } from './jobs.ts';
import { earlierProof } from './keep-proof.ts';
import { type Option, type OptionKind, quoteDigest } from './options/index.ts';
import { readOwnClaim } from './read-own-claim.ts';
import { screenDestination } from './screen-destination.ts';

/** What the customer wants. */
export interface ChooseInput {
  readonly number: ClaimNumber;
  readonly option: OptionKind;
  /** Where to, for `return_to_proven`. */
  readonly destination?: string | undefined;
  /** The offer that they have seen (`quoteDigest`): another one is not taken in its place. */
  readonly quote?: string | undefined;
}

/** A choice is made in a session: it takes a factor that was shown lately. */
export type ChoosingContext = RecoveryContext & { readonly session: Pick<Session, 'freshAt'> };

/** Why it can't be had, or not now. */
export type ChooseCode =
  | 'not_permitted'
  | 'claim_not_found'
  | 'nothing_to_choose'
  | 'factor_stale'
  | 'quote_expired'
  | 'option_not_permitted'
  | 'destination_missing'
  | 'address_malformed'
  | 'address_checksum_broken'
  | 'destination_refused'
  | 'claim_changed';

/**
 * The customer takes one of the options, at the price quoted. A return to a wallet that they have
 * shown to be theirs goes straight on; for another they are asked to show it. Choosing again is
 * possible until the plan is made. After the quote has expired a new one is made and nothing is lost.
 * Whatever moves money takes a factor that the exchange has asked for lately; waiting takes none.
 */
export async function choose(
  context: ChoosingContext,
  input: ChooseInput,
): Promise<Outcome<Claim, ChooseCode>> {
  const permitted = permit(context.actor, 'claim.choose');
  if (!permitted.ok) return permitted;
  const claim = await readOwnClaim(context.database, context, input.number);
  if (!claim) return refuse('claim_not_found', { number: input.number });
  if ((claim.state !== 'quoted' && claim.state !== 'proving') || !claim.quote) {
    return refuse('nothing_to_choose', { number: claim.number, state: claim.state });
  }
  if (claim.quote.expiresAt <= context.clock.now()) return await quoteAgain(context, claim);
  if (input.quote !== undefined && input.quote !== quoteDigest(claim.quote)) {
    return refuse('claim_changed', { number: claim.number });
  }
  const option = claim.quote.options.find((one) => one.kind === input.option);
  if (!option?.permitted) {
    return refuse('option_not_permitted', {
      option: input.option,
      because: option?.whyNot?.code ?? 'not_offered',
    });
  }
  const fresh =
    option.kind === 'wait' ? done(undefined) : requireFreshCustomer(context.session, context.clock);
  if (!fresh.ok) return fresh;
  const address = addressFor(claim, input);
  if (!address.ok) return address;
  const settled = await settleDestination(context, claim, address.value);
  if (!settled.ok) return settled;
  return await runStep(recoverySteps['recovery/choose'], () =>
    writeChoice(context, claim, option, address.value, settled.value),
  );
}

/** The old price no longer holds: Kaeru looks again and makes a new offer. */
async function quoteAgain(
  context: RecoveryContext,
  claim: Claim,
): Promise<Outcome<never, 'quote_expired'>> {
  const audit = { action: 'recovery.quote_again' };
  await context.database
    .transaction()
    .execute((tx) => changeClaim(tx, context, claim, 'look_again', {}, audit));
  return refuse('quote_expired', { number: claim.number });
}

function addressFor(
  claim: Claim,
  input: ChooseInput,
): Outcome<
  Address | null,
  'destination_missing' | 'address_malformed' | 'address_checksum_broken' | 'nothing_to_choose'
> {
  if (input.option === 'return_to_proven') {
    return input.destination ? parseAddress(input.destination) : refuse('destination_missing');
  }
  if (input.option !== 'return_to_source') return done(null);
  const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
  return focus
    ? done(focus.transfer.from)
    : refuse('nothing_to_choose', { number: claim.number, state: claim.state });
}

/** A wallet that was shown before, and is on no list, needs no new proof. Null: it has to be shown. */
async function settleDestination(
  context: RecoveryContext,
  claim: Claim,
  address: Address | null,
): Promise<Outcome<Destination | null, 'destination_refused'>> {
  if (address === null) return done(null);
  const screened = await screenDestination(context, address);
  if (!screened.ok) return screened;
  const proof = await earlierProof(context.database, claim, address);
  return done(proof && { address, proof, screened: screened.value });
}

async function writeChoice(
  context: RecoveryContext,
  claim: Claim,
  option: Option,
  address: Address | null,
  destination: Destination | null,
): Promise<Outcome<Claim, 'claim_changed'>> {
  const choice: Choice = {
    option: option.kind,
    by: context.actor.id,
    at: context.clock.now(),
    address,
    units: option.receives?.units ?? 0n,
    fee: option.fee,
  };
  const audit = {
    action: 'recovery.choose',
    details: { option: option.kind, address, units: choice.units.toString() },
  };
  const change = { choice, destination, closure: null };
  const step =
    option.kind === 'wait'
      ? 'choose_wait'
      : address !== null && destination === null
        ? 'choose_return'
        : 'choose_payment';
  return await context.database.transaction().execute(async (tx) => {
    const changed = await changeClaim(tx, context, claim, step, change, audit);
    return changed ? done(changed) : refuse('claim_changed', { number: claim.number });
  });
}
