import type { CustomerId } from '../../accounts/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';

/** For themselves alone: nothing of a customer's is written by a member of staff in their place. */
export function ownCustomer({ actor }: Pick<SignedIn, 'actor'>): Outcome<CustomerId> {
  if (actor.kind !== 'customer') return refuse('not_permitted', { action: 'claim.file' });
  return done(actor.id as CustomerId);
}
