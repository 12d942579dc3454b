import { permit } from '../access/index.ts';
import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type Case, caseOf } from './case.ts';
import { note } from './note.ts';

/** What a colleague needs to go on. All three, or it is not a hand-over. */
export interface HandOver {
  readonly number: string;
  /** The version that was on the screen. */
  readonly version: number;
  /** The member of staff who takes it. */
  readonly to: string;
  readonly done: string;
  readonly waitingFor: string;
  readonly next: string;
}

/** Why a case was not handed over. */
export type HandOverProblem =
  | 'not_permitted'
  | 'case_not_found'
  | 'case_closed'
  | 'case_changed'
  | 'hand_over_incomplete';

const textLengthMax = 2_000;

/**
 * Gives a case to a colleague, with what was done, what is waited for, and what comes next. Staff
 * only; the three texts are for the desk and never shown to the customer.
 */
export async function handOver(
  context: Context,
  input: HandOver,
): Promise<Outcome<Case, HandOverProblem>> {
  const permitted = permit(context.actor, 'case.hand_over');
  if (!permitted.ok) return permitted;
  const texts = { done: input.done, waiting_for: input.waitingFor, next: input.next };
  for (const [field, text] of Object.entries(texts)) {
    const isGiven = text.trim() !== '' && text.length <= textLengthMax;
    if (!isGiven) return refuse('hand_over_incomplete', { field, max: String(textLengthMax) });
  }
  return inTransaction(context.database, async (tx) => {
    const row = await tx
      .selectFrom('cases')
      .selectAll()
      .where('number', '=', input.number)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return refuse('case_not_found');
    if (row.closure !== null) return refuse('case_closed', { number: row.number });
    if (row.version !== input.version) return refuse('case_changed', { number: row.number });
    const changed = await tx
      .updateTable('cases')
      .set({ owner: input.to, version: row.version + 1 })
      .where('number', '=', input.number)
      .returningAll()
      .executeTakeFirstOrThrow();
    const facts = { from: row.owner, to: input.to, ...texts };
    await note(tx, context, input.number, { kind: 'case.handed_over', visible: 'desk', facts });
    await record(tx, context, {
      action: 'cases.handOver',
      subject: input.number,
      details: { from: row.owner, to: input.to },
    });
    return done(caseOf(changed));
  });
}
