import { permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { dayMs, done, later, type Outcome, refuse } from '../std/index.ts';
import { lockCase, tellDesk } from './change-case.ts';

/** Why a case was not put aside. */
export type SnoozeCaseCode =
  | 'not_permitted'
  | 'claim_not_found'
  | 'claim_changed'
  | 'case_is_closed'
  | 'snooze_incomplete'
  | 'snooze_time_wrong';

const snoozeDaysMax = 31;
const waitsForCharactersMax = 500;

/**
 * Puts a case aside until an hour, with what is waited for; null takes it up again. It comes back by
 * itself when the hour has come, or when anything happens to it. What the customer was promised stays.
 */
export async function snoozeCase(
  context: Context,
  input: {
    readonly number: string;
    readonly until: Date | null;
    readonly waitsFor: string;
    readonly version?: number | undefined;
  },
): Promise<Outcome<void, SnoozeCaseCode>> {
  const { until } = input;
  const permitted = permit(context.actor, 'case.snooze');
  if (!permitted.ok) return permitted;
  const waitsFor = input.waitsFor.trim();
  const isSaid = waitsFor !== '' && waitsFor.length <= waitsForCharactersMax;
  if (until !== null && !isSaid) {
    return refuse('snooze_incomplete', { max: String(waitsForCharactersMax) });
  }
  const now = context.clock.now();
  if (until !== null && (until <= now || until > later(now, snoozeDaysMax * dayMs))) {
    return refuse('snooze_time_wrong', { days: String(snoozeDaysMax) });
  }
  return await inTransaction(context.database, async (tx) => {
    const locked = await lockCase(tx, input.number, input.version);
    if (!locked.ok) return locked;
    if (locked.value.isClosed) return refuse('case_is_closed', { number: input.number });
    await tx
      .updateTable('cases')
      .set({ snoozed_until: until, waits_for: until === null ? null : waitsFor })
      .where('number', '=', input.number)
      .execute();
    const facts = until === null ? {} : { until: until.toISOString(), waits_for: waitsFor };
    const kind = until === null ? ('case.woken' as const) : ('case.snoozed' as const);
    await tellDesk(tx, context, locked.value, {
      ...{ kind, facts },
      action: 'desk.snoozeCase',
      details: { until: until?.toISOString() ?? null },
    });
    return done(undefined);
  });
}
