import { actions, permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type LockedCase, lockCase, tellDesk } from './change-case.ts';

/** Why a case did not get this owner. */
export type TakeCaseCode =
  | 'not_permitted'
  | 'claim_not_found'
  | 'claim_changed'
  | 'case_is_closed'
  | 'colleague_unknown'
  | 'hand_over_incomplete';

/** Who shall have a case. Whoever gives it to somebody else says all three. */
export interface TakeCaseInput {
  readonly number: string;
  /** Oneself, a colleague, or null: nobody in particular. */
  readonly staff: string | null;
  readonly done: string;
  readonly waitsFor: string;
  readonly next: string;
  readonly version?: number | undefined;
}

const textCharactersMax = 4_000;

/**
 * Takes a case for oneself, gives it to a colleague with what was done, what is waited for and what is
 * next, or gives it back to the team. A case has one owner; the last word counts, and is recorded.
 */
export async function takeCase(
  context: Context,
  input: TakeCaseInput,
): Promise<Outcome<{ readonly owner: string | null }, TakeCaseCode>> {
  const { actor } = context;
  const permitted = permit(actor, 'case.hand_over');
  if (!permitted.ok) return permitted;
  const texts = { done: input.done, waiting_for: input.waitsFor, next: input.next };
  const isGiven = input.staff !== null && input.staff !== actor.id;
  for (const [field, text] of Object.entries(texts)) {
    const isMissing = isGiven && text.trim() === '';
    if (isMissing || text.length > textCharactersMax) {
      return refuse('hand_over_incomplete', { field, max: String(textCharactersMax) });
    }
  }
  return await inTransaction(context.database, async (tx) => {
    const locked = await lockCase(tx, input.number, input.version);
    if (!locked.ok) return locked;
    if (locked.value.isClosed) return refuse('case_is_closed', { number: input.number });
    if (isGiven && !(await mayTake(tx, input.staff))) return refuse('colleague_unknown');
    await tx
      .updateTable('cases')
      .set((on) => ({ owner: input.staff, version: on('version', '+', 1) }))
      .where('number', '=', input.number)
      .execute();
    await tellDesk(tx, context, locked.value, storyOf(locked.value, input, texts, isGiven));
    return done({ owner: input.staff });
  });
}

function storyOf(
  { owner }: LockedCase,
  { staff }: TakeCaseInput,
  texts: Readonly<Record<string, string>>,
  isGiven: boolean,
) {
  const kind =
    staff === null ? 'case.given_back' : isGiven ? 'case.handed_over' : ('case.taken' as const);
  const who = { from: owner, to: staff };
  const said = Object.values(texts).some((text) => text.trim() !== '');
  return {
    kind,
    facts: said ? { ...who, ...texts } : who,
    action: 'desk.takeCase',
    details: who,
  } as const;
}

/** A member of staff who is not suspended and whose roles have cases. */
async function mayTake(tx: Tx, staff: string | null): Promise<boolean> {
  if (staff === null || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(staff)) return false;
  const row = await tx
    .selectFrom('staff')
    .select('roles')
    .where('id', '=', staff)
    .where('suspension', 'is', null)
    .executeTakeFirst();
  const may: readonly string[] = actions['case.hand_over'].may;
  return row?.roles.some((role) => may.includes(role)) ?? false;
}

/** A colleague to whom a case may be given. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Everybody who may have cases, by name. */
export async function listColleagues(
  context: Pick<Context, 'database' | 'actor'>,
): Promise<Outcome<Colleague[], 'not_permitted'>> {
  const permitted = permit(context.actor, 'case.hand_over');
  if (!permitted.ok) return permitted;
  const may: readonly string[] = actions['case.hand_over'].may;
  const rows = await context.database
    .selectFrom('staff')
    .select(['id', 'name', 'roles'])
    .where('suspension', 'is', null)
    .orderBy('name')
    .execute();
  return done(rows.filter(({ roles }) => roles.some((role) => may.includes(role))));
}
