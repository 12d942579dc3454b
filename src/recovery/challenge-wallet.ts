import { permit } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { type Address, checksumAddress, parseAddress } from '../networks/index.ts';
import { done, hourMs, later, newId, type Outcome, randomHex, refuse } from '../std/index.ts';
import type { ClaimNumber } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { readOwnClaim } from './read-own-claim.ts';
import { screenDestination } from './screen-destination.ts';

/** What the customer may do to show that a wallet is theirs: sign the message, or send the set amount. */
export interface WalletChallenge {
  readonly id: string;
  readonly address: Address;
  /** Signed as it stands (EIP-191), by a wallet or by a wallet contract (ERC-1271). */
  readonly message: string;
  /** Sent from the wallet to the customer's own deposit address, in the network's coin, base units. */
  readonly setUnits: bigint;
  readonly expiresAt: Date;
}

/** A challenge is answered within this time. */
export const challengeMs = 24 * hourMs;
/** A set amount is 10^12 base units and up to 10^6 on top of it: worth almost nothing, hard to guess. */
const setUnitsBase = 1_000_000_000_000n;

/**
 * Asks the customer to show that `address` is their own wallet. The message names the case, the
 * address and a number used once, so that a signature is worth nothing elsewhere. Wallets of the
 * exchange, and wallets that many people share, are nobody's own: they are refused before anything is
 * sent from them.
 */
export async function challengeWallet(
  context: RecoveryContext,
  input: { readonly number: ClaimNumber; readonly address: string },
): Promise<
  Outcome<
    WalletChallenge,
    | 'not_permitted'
    | 'claim_not_found'
    | 'address_malformed'
    | 'address_checksum_broken'
    | 'destination_refused'
  >
> {
  const permitted = permit(context.actor, 'claim.prove_destination');
  if (!permitted.ok) return permitted;
  const parsed = parseAddress(input.address);
  if (!parsed.ok) return parsed;
  const own = await readOwnClaim(context.database, context, input.number);
  if (!own) return refuse('claim_not_found', { number: input.number });
  const screened = await screenDestination(context, parsed.value);
  if (!screened.ok) return screened;
  return await context.database.transaction().execute(async (tx) => {
    const claim = await readOwnClaim(tx, context, input.number);
    if (!claim) return refuse('claim_not_found', { number: input.number });
    const address = parsed.value;
    const challenge: WalletChallenge = {
      id: newId(),
      address,
      message: messageFor(claim.number, address),
      setUnits: setUnitsBase + (BigInt(`0x${randomHex(4)}`) % 1_000_000n),
      expiresAt: later(context.clock.now(), challengeMs),
    };
    await tx
      .insertInto('wallet_challenges')
      .values({
        id: challenge.id,
        customer_id: claim.customer,
        claim_number: claim.number,
        address,
        message: challenge.message,
        set_units: challenge.setUnits,
        expires_at: challenge.expiresAt,
      })
      .execute();
    await record(tx, context, {
      action: 'recovery.challenge_wallet',
      subject: claim.number,
      details: { address },
    });
    return done(challenge);
  });
}

function messageFor(number: ClaimNumber, address: Address): string {
  return [
    `Kaeru ${number}`,
    `This wallet is mine: ${checksumAddress(address)}`,
    'この署名でお金が動くことはありません。 Signing moves no money.',
    'ご自身でこの受付をされた場合だけ署名してください。 Sign only if you opened this case yourself.',
    `Number used once: ${randomHex(16)}`,
  ].join('\n');
}
