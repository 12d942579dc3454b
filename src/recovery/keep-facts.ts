import type { Database, Tx } from '../db/index.ts';
import { fromStoredJson, toStoredJson } from '../std/index.ts';
import type { Facts } from './diagnosis/index.ts';

/** Keeps what the answer stands on beside the claim, as of its last look. */
export async function keepFacts(tx: Tx, claim: string, facts: Facts): Promise<void> {
  const kept = { at: facts.asOf, facts: toStoredJson(facts) };
  await tx
    .insertInto('claim_facts')
    .values({ claim_number: claim, ...kept })
    .onConflict((conflict) => conflict.column('claim_number').doUpdateSet(kept))
    .execute();
}

/** What a claim's answer stands on; null before the first look. */
export async function readFacts(database: Database | Tx, claim: string): Promise<Facts | null> {
  const row = await database
    .selectFrom('claim_facts')
    .select('facts')
    .where('claim_number', '=', claim)
    .executeTakeFirst();
  return row ? fromStoredJson<Facts>(row.facts) : null;
}
