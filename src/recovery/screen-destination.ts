import { ownersOf } from '../accounts/index.ts';
import { destinationKinds, screen } from '../lists/index.ts';
import { type Address, isDeadAddress } from '../networks/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { Destination } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { houseAddresses } from './house-addresses.ts';

/**
 * May money be sent to this address? Never to an address of the exchange itself or of its customers,
 * to a dead one or a listed one. With no list loaded nothing is allowed (failure never means yes). That
 * it is the customer's own is shown apart from this, and a contract can show it only by ERC-1271 or by
 * sending something; that it can receive is shown by the simulation.
 */
export async function screenDestination(
  context: RecoveryContext,
  address: Address,
): Promise<Outcome<Destination['screened'], 'destination_refused'>> {
  const refused = (because: string) => refuse('destination_refused', { address, because });
  if (isDeadAddress(address)) return refused('dead_address');
  const owners = await ownersOf(context.database, address);
  if (owners.own.length > 0 || owners.issued.length > 0) return refused('address_of_the_exchange');
  const house = await houseAddresses(context);
  if (!house.ok) return refused('signer_unread');
  if (house.value.includes(address)) return refused('address_of_the_exchange');
  const screened = screen(context.lists, address, context.clock.now(), destinationKinds);
  if (screened.status === 'hit') return refused(`listed:${screened.list}`);
  if (screened.status === 'no_list') return refused('no_list_loaded');
  return done({ at: context.clock.now(), versions: screened.versions });
}
