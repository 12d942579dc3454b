import type { Actor, Context } from '../audit/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { fromStoredJson, invariant, type Json, toStoredJson } from '../std/index.ts';

/** What happened, by a stable code with the folder's word first: `claim.filed`. */
export type TimelineKind = `${string}.${string}`;

/** Who may read an entry. What the customer sees the desk sees too. */
export type Visible = 'customer' | 'desk';

/** One line in the story of a case. Facts hold no personal data; words are made when it is read. */
export interface NewEntry {
  readonly kind: TimelineKind;
  readonly visible: Visible;
  readonly facts: { readonly [name: string]: Json };
}

/** A line as it was written: by whom, and when. */
export interface Entry extends NewEntry {
  readonly id: bigint;
  readonly at: Date;
  readonly by: { readonly kind: Actor['kind']; readonly id: string };
}

/** Adds a line in the caller's transaction. Lines are never changed or taken away. */
export async function note(
  tx: Tx,
  context: Pick<Context, 'actor' | 'clock'>,
  number: string,
  entry: NewEntry,
): Promise<void> {
  invariant(/^[a-z_]+(\.[a-z_]+)+$/.test(entry.kind), `'${entry.kind}' is a kind of entry`);
  await tx
    .insertInto('case_entries')
    .values({
      case_number: number,
      at: context.clock.now(),
      actor_kind: context.actor.kind,
      actor_id: context.actor.id,
      kind: entry.kind,
      visible: entry.visible,
      facts: toStoredJson(entry.facts),
    })
    .execute();
}

/** The story of a case, oldest first, as its customer or as the desk may read it. */
export async function timeline(
  database: Database | Tx,
  number: string,
  reader: Visible,
): Promise<Entry[]> {
  const rows = await database
    .selectFrom('case_entries')
    .selectAll()
    .where('case_number', '=', number)
    .where('visible', 'in', reader === 'desk' ? ['desk', 'customer'] : ['customer'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: { kind: row.actor_kind as Actor['kind'], id: row.actor_id },
    kind: row.kind as TimelineKind,
    visible: row.visible as Visible,
    facts: fromStoredJson<Entry['facts']>(row.facts),
  }));
}
