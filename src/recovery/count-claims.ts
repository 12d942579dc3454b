import type { Database } from '../db/index.ts';
import { type ClaimState, claimStates } from './states.ts';

/** How many claims there are of every state, those without any included. */
export async function countClaims(
  database: Database,
): Promise<readonly { readonly state: ClaimState; readonly claims: number }[]> {
  const rows = await database
    .selectFrom('claims')
    .select(['state', (on) => on.fn.countAll<bigint>().as('claims')])
    .groupBy('state')
    .execute();
  const counted = new Map(rows.map((row) => [row.state, Number(row.claims)]));
  const states = Object.keys(claimStates) as ClaimState[];
  return states.map((state) => ({ state, claims: counted.get(state) ?? 0 }));
}
