import type { CustomerId } from '../accounts/index.ts';
import type { Database } from '../db/index.ts';
import { type Claim, claimOf } from './claim.ts';
import type { ClaimState } from './states.ts';

const pageMax = 100;

/** The next page begins after this claim. */
export interface ClaimCursor {
  readonly createdAt: Date;
  readonly number: string;
}

/** A customer's own claims, the newest first. */
export async function listOwnClaims(
  database: Database,
  customer: CustomerId,
): Promise<readonly Claim[]> {
  const rows = await database
    .selectFrom('claims')
    .selectAll()
    .where('customer_id', '=', customer)
    .orderBy('created_at', 'desc')
    .limit(pageMax)
    .execute();
  return rows.map(claimOf);
}

/** The desk's claims in these states, the oldest first: whoever has waited longest is seen first. */
export async function listClaims(
  database: Database,
  filter: { readonly states: readonly ClaimState[]; readonly after: ClaimCursor | null },
): Promise<readonly Claim[]> {
  const { states, after } = filter;
  let query = database
    .selectFrom('claims')
    .selectAll()
    .orderBy('created_at')
    .orderBy('number')
    .limit(pageMax);
  if (states.length > 0) query = query.where('state', 'in', states);
  if (after) {
    query = query.where((on) =>
      on.or([
        on('created_at', '>', after.createdAt),
        on.and([on('created_at', '=', after.createdAt), on('number', '>', after.number)]),
      ]),
    );
  }
  const rows = await query.execute();
  return rows.map(claimOf);
}

/** Claims of the same cause, asset and network that wait for the same approval. */
export interface Cluster {
  readonly cluster: string;
  readonly claims: number;
  /** What approving them together would be signed over, sorted. */
  readonly digests: readonly string[];
}

const clusterMin = 2;

/** The clusters in which plans wait for approval, the largest first. */
export async function listClusters(database: Database): Promise<readonly Cluster[]> {
  const rows = await database
    .selectFrom('claims')
    .select(['cluster', 'plan_digest'])
    .where('state', '=', 'approving')
    .where('cluster', 'is not', null)
    .where('plan_digest', 'is not', null)
    .orderBy('created_at')
    .execute();
  const byCluster = Map.groupBy(rows, (row) => row.cluster ?? '');
  return [...byCluster]
    .filter(([, members]) => members.length >= clusterMin)
    .map(([cluster, members]) => ({
      cluster,
      claims: members.length,
      digests: members.map((row) => row.plan_digest ?? '').sort(),
    }))
    .sort((a, b) => b.claims - a.claims);
}
