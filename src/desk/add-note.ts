import { permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { lockCase, tellDesk } from './change-case.ts';

/** Why a note was not taken. */
export type AddNoteCode = 'not_permitted' | 'claim_not_found' | 'claim_changed' | 'note_empty';

/** A note among colleagues. The customer never sees it; it can't be changed or taken back. */
export async function addNote(
  context: Context,
  input: {
    readonly number: string;
    readonly text: string;
    readonly version?: number | undefined;
  },
): Promise<Outcome<void, AddNoteCode>> {
  const permitted = permit(context.actor, 'case.note');
  if (!permitted.ok) return permitted;
  const text = input.text.trim();
  if (text === '') return refuse('note_empty');
  return await inTransaction(context.database, async (tx) => {
    const locked = await lockCase(tx, input.number, input.version);
    if (!locked.ok) return locked;
    await tellDesk(tx, context, locked.value, {
      kind: 'desk.note',
      facts: { text },
      action: 'desk.addNote',
    });
    return done(undefined);
  });
}
