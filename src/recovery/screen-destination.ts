import { ownersOf } from '../accounts/index.ts';
import { destinationKinds, screen } from '../lists/index.ts';
import { type Address, isDeadAddress, readAddressFacts } from '../networks/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { Claim, Destination } from './claim.ts';
import type { RecoveryContext } from './context.ts';

/**
 * May money be sent to this address? Never to an address of the exchange itself or of its customers,
 * a dead address, a listed one, or a contract on the network in question that is not a proven wallet.
 * With no list loaded, or no node that answers, nothing is allowed (failure never means yes).
 */
export async function screenDestination(
  context: RecoveryContext,
  claim: Claim,
  address: Address,
): Promise<Outcome<Destination['screened'], 'destination_refused' | 'wallet_proof_unread'>> {
  const refused = (because: string) => refuse('destination_refused', { address, because });
  if (isDeadAddress(address)) return refused('dead_address');
  const owners = await ownersOf(context.database, address);
  if (owners.own.length > 0 || owners.issued.length > 0) return refused('address_of_the_exchange');
  const screened = screen(context.lists, address, context.clock.now(), destinationKinds);
  if (screened.status === 'hit') return refused(`listed:${screened.list}`);
  if (screened.status === 'no_list') return refused('no_list_loaded');
  const nodes = claim.network ? context.chains.of(claim.network) : null;
  if (!nodes) return refuse('wallet_proof_unread', { address });
  const facts = await readAddressFacts(nodes, [address]);
  if (facts.status === 'unread') return refuse('wallet_proof_unread', { address });
  return done({ at: context.clock.now(), versions: screened.versions });
}
