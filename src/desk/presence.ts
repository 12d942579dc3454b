import { permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { done, later, type Outcome, refuse, secondMs } from '../std/index.ts';

/** A colleague who has the case open. */
export interface Here {
  readonly staff: string;
  readonly name: string;
  /** What they are writing, by the name of its field; null: they read. */
  readonly editing: string | null;
}

/** Whoever was not seen for this long has gone. */
const goneAfterMs = 15 * secondMs;

/** This member of staff has the case open now. What they are writing stays as it was last said. */
export async function seeHere(
  database: Database,
  now: Date,
  { number, staff }: { readonly number: string; readonly staff: string },
): Promise<void> {
  await database
    .insertInto('desk_presence')
    .values({ case_number: number, staff_id: staff, seen_at: now, editing: null })
    .onConflict((conflict) =>
      conflict.columns(['case_number', 'staff_id']).doUpdateSet({ seen_at: now }),
    )
    .execute();
}

/** They have closed it. */
export async function seeGone(
  database: Database,
  { number, staff }: { readonly number: string; readonly staff: string },
): Promise<void> {
  await database
    .deleteFrom('desk_presence')
    .where('case_number', '=', number)
    .where('staff_id', '=', staff)
    .execute();
}

/** Who else has the case open, in the order of their names. */
export async function whoIsHere(
  database: Database,
  now: Date,
  { number, but }: { readonly number: string; readonly but: string },
): Promise<Here[]> {
  const rows = await database
    .selectFrom('desk_presence')
    .innerJoin('staff', 'staff.id', 'desk_presence.staff_id')
    .select(['staff.id', 'staff.name', 'editing'])
    .where('case_number', '=', number)
    .where('seen_at', '>', later(now, -goneAfterMs))
    .where('staff.id', '<>', but)
    .orderBy('staff.name')
    .execute();
  return rows.map(({ id, name, editing }) => ({ staff: id, name, editing }));
}

/** Says what one is writing, so that a colleague does not write the same; null: nothing. */
export async function sayEditing(
  { database, clock, actor }: Pick<Context, 'database' | 'clock' | 'actor'>,
  { number, editing }: { readonly number: string; readonly editing: string | null },
): Promise<Outcome<readonly Here[], 'not_permitted' | 'claim_not_found'>> {
  const permitted = permit(actor, 'case.read');
  if (!permitted.ok) return permitted;
  const found = await database
    .selectFrom('claims')
    .select('number')
    .where('number', '=', number)
    .executeTakeFirst();
  if (!found) return refuse('claim_not_found', { number });
  const now = clock.now();
  await database
    .insertInto('desk_presence')
    .values({ case_number: number, staff_id: actor.id, seen_at: now, editing })
    .onConflict((conflict) =>
      conflict.columns(['case_number', 'staff_id']).doUpdateSet({ seen_at: now, editing }),
    )
    .execute();
  return done(await whoIsHere(database, now, { number, but: actor.id }));
}
