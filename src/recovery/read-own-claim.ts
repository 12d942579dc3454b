import type { Context } from '../audit/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { type Claim, readClaim } from './claim.ts';

/**
 * The claim, if the actor may see it: a customer sees their own, staff and Kaeru itself see all. A
 * claim of somebody else is not there, exactly as one that does not exist.
 */
export async function readOwnClaim(
  database: Database | Tx,
  context: Pick<Context, 'actor'>,
  number: string,
): Promise<Claim | null> {
  const claim = await readClaim(database, number);
  if (!claim) return null;
  const { actor } = context;
  if (actor.kind === 'customer' && actor.id !== claim.customer) return null;
  return claim;
}
