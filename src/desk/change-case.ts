import { type Context, record } from '../audit/index.ts';
import { type NewEntry, note } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { whoChanged } from '../recovery/index.ts';
import { done, type Json, type Outcome, refuse } from '../std/index.ts';

/** A case as the desk's own acts need it: whose it is, and whether it still goes on. */
export interface LockedCase {
  readonly number: string;
  readonly customer: string;
  readonly owner: string | null;
  readonly isClosed: boolean;
  readonly version: number;
}

/**
 * The case, held until the transaction ends. `version` is the claim as it was on the screen; left out
 * where the act does not depend on it.
 */
export async function lockCase(
  tx: Tx,
  number: string,
  version: number | undefined,
): Promise<Outcome<LockedCase, 'claim_not_found' | 'claim_changed'>> {
  const row = await tx
    .selectFrom('cases')
    .innerJoin('claims', 'claims.number', 'cases.number')
    .select(['cases.number', 'cases.customer_id', 'owner', 'cases.closure', 'claims.version'])
    .where('cases.number', '=', number)
    .forUpdate('cases')
    .executeTakeFirst();
  if (!row) return refuse('claim_not_found', { number });
  if (version !== undefined && version !== row.version) {
    return refuse('claim_changed', await whoChanged(tx, number));
  }
  return done({
    number: row.number,
    customer: row.customer_id,
    owner: row.owner,
    isClosed: row.closure !== null,
    version: row.version,
  });
}

/** Leaves a line in the story, for the desk alone, records who did it, and tells open screens. */
export async function tellDesk(
  tx: Tx,
  context: Context,
  { number, version }: LockedCase,
  told: {
    readonly kind: NewEntry['kind'];
    readonly facts: NewEntry['facts'];
    /** The command, and what of it the audit record keeps. */
    readonly action: string;
    readonly details?: { readonly [name: string]: Json };
  },
): Promise<void> {
  await note(tx, context, number, { kind: told.kind, visible: 'desk', facts: told.facts });
  await record(tx, context, {
    action: told.action,
    subject: number,
    details: told.details ?? {},
  });
  await context.bus.publish(tx, context.clock, {
    kind: 'case.changed',
    subject: number,
    body: { version },
  });
}
