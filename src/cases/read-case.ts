import type { Actor } from '../audit/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type Case, caseOf } from './case.ts';

/**
 * A case, for who asks. To a customer another customer's case and one that does not exist are the
 * same: nothing can be learnt by trying numbers.
 */
export async function readCase(
  database: Database | Tx,
  actor: Actor,
  number: string,
): Promise<Outcome<Case, 'case_not_found'>> {
  let query = database.selectFrom('cases').selectAll().where('number', '=', number);
  if (actor.kind === 'customer') query = query.where('customer_id', '=', actor.id);
  const row = await query.executeTakeFirst();
  return row ? done(caseOf(row)) : refuse('case_not_found');
}

const overdueMax = 1_000;

/** Open cases whose hour has come, the longest overdue first. */
export async function overdueCases(database: Database, now: Date): Promise<Case[]> {
  const rows = await database
    .selectFrom('cases')
    .selectAll()
    .where('closure', 'is', null)
    .where('turn_until', '<=', now)
    .orderBy('turn_until')
    .limit(overdueMax)
    .execute();
  return rows.map(caseOf);
}
