import type { Context } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import type { Turn } from '../messages/index.ts';
import { invariant, toStoredJson } from '../std/index.ts';
import type { Closure } from './case.ts';

/**
 * These three move a case in the transaction of the step that moved it. The step decides whether it
 * may; here it is only asserted that the case was in the state that it must have been in.
 */

/** What was put aside comes back when anything happens to it. */
const awake = { snoozed_until: null, waits_for: null };

/** It is somebody's turn, until some time. Also how a deadline is put off. */
export async function passTurn(tx: Tx, number: string, turn: Turn): Promise<void> {
  const passed = await tx
    .updateTable('cases')
    .set((on) => ({
      ...{ turn: turn.who, turn_until: turn.until },
      ...awake,
      version: on('version', '+', 1),
    }))
    .where('number', '=', number)
    .where('closure', 'is', null)
    .executeTakeFirst();
  invariant(passed.numUpdatedRows === 1n, `${number} is open when its turn passes`);
}

/** The same turn goes on; only the hour by which the customer hears is a new one. */
export async function promiseAnew(tx: Tx, number: string, until: Date): Promise<void> {
  await tx
    .updateTable('cases')
    .set({ turn_until: until })
    .where('number', '=', number)
    .where('closure', 'is', null)
    .execute();
}

/** The case is over, for a reason. */
export async function closeCase(
  tx: Tx,
  context: Pick<Context, 'actor' | 'clock'>,
  number: string,
  reason: string,
): Promise<void> {
  const closure: Closure = { by: context.actor.id, at: context.clock.now(), reason };
  const closed = await tx
    .updateTable('cases')
    .set((on) => ({
      closure: toStoredJson(closure),
      turn: null,
      turn_until: null,
      ...awake,
      version: on('version', '+', 1),
    }))
    .where('number', '=', number)
    .where('closure', 'is', null)
    .executeTakeFirst();
  invariant(closed.numUpdatedRows === 1n, `${number} is open when it is closed`);
}

/** A closed case goes on: an appeal, a kept claim whose time has come. */
export async function reopenCase(tx: Tx, number: string, turn: Turn): Promise<void> {
  const reopened = await tx
    .updateTable('cases')
    .set((on) => ({
      closure: null,
      turn: turn.who,
      turn_until: turn.until,
      ...awake,
      version: on('version', '+', 1),
    }))
    .where('number', '=', number)
    .where('closure', 'is not', null)
    .executeTakeFirst();
  invariant(reopened.numUpdatedRows === 1n, `${number} is closed when it is reopened`);
}
