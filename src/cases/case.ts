import type { Selectable } from 'kysely';
import type { CustomerId } from '../accounts/index.ts';
import type { Schema } from '../db/index.ts';
import type { Turn, Who } from '../messages/index.ts';
import { fromStoredJson, invariant } from '../std/index.ts';

/**
 * What every kind of case shares: a number, a customer, an owner, whose turn it is until when, and
 * how it ended. What the case is about is kept by the folder of its kind.
 */
export interface Case {
  readonly number: string;
  readonly customer: CustomerId;
  readonly openedAt: Date;
  /** The member of staff who has it; null: nobody in particular. */
  readonly owner: string | null;
  readonly now: Open | Closed;
  readonly version: number;
}

/** Somebody's turn, always with an hour. */
export interface Open {
  readonly state: 'open';
  readonly turn: Turn;
}

/** How it ended. */
export interface Closed {
  readonly state: 'closed';
  readonly closure: Closure;
}

/** Who ended a case, when and why. */
export interface Closure {
  readonly by: string;
  readonly at: Date;
  /** A stable code of the folder that closed it, e.g. `claim.returned`. */
  readonly reason: string;
}

/** A row of `cases` as the rest of the program sees it. */
export function caseOf(row: Selectable<Schema['cases']>): Case {
  return {
    number: row.number,
    customer: row.customer_id as CustomerId,
    openedAt: row.opened_at,
    owner: row.owner,
    now: nowOf(row),
    version: row.version,
  };
}

function nowOf(row: Selectable<Schema['cases']>): Open | Closed {
  if (row.closure !== null) {
    return { state: 'closed', closure: fromStoredJson<Closure>(row.closure) };
  }
  invariant(row.turn !== null && row.turn_until !== null, 'an open case waits for somebody');
  return { state: 'open', turn: { who: row.turn as Who, until: row.turn_until } };
}
