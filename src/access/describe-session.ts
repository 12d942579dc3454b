import type { Context } from '../audit/index.ts';
import { later } from '../std/index.ts';
import { type Action, actions } from './actions.ts';
import { permit } from './permit.ts';
import { customerFreshForMs, freshForMs } from './require-fresh.ts';
import type { Session } from './session.ts';

/** A session as its holder is told of it. */
export interface SessionInWords {
  readonly kind: 'staff' | 'customer';
  readonly id: string;
  /** Null for customers: their names are the exchange's. */
  readonly name: string | null;
  readonly roles: readonly string[];
  /** Every action of the table that they may take. Whether a record allows it, its command says. */
  readonly permitted: readonly Action[];
  /** When a factor was last shown, and until when decisions take it. */
  readonly factorAt: Date;
  readonly factorFreshUntil: Date;
  readonly idleUntil: Date;
  readonly endsAt: Date;
}

/** Who is signed in, and what they may do: so that a screen need not find out by being refused. */
export async function describeSession(
  { database }: Pick<Context, 'database'>,
  session: Session,
): Promise<SessionInWords> {
  const { actor, freshAt, idleUntil, endsAt } = session;
  const member =
    actor.kind === 'staff'
      ? await database
          .selectFrom('staff')
          .select('name')
          .where('id', '=', actor.id)
          .executeTakeFirst()
      : undefined;
  return {
    kind: actor.kind,
    id: actor.id,
    name: member?.name ?? null,
    roles: actor.kind === 'staff' ? actor.roles : [],
    permitted: (Object.keys(actions) as Action[]).filter((action) => permit(actor, action).ok),
    factorAt: freshAt,
    factorFreshUntil: later(freshAt, actor.kind === 'staff' ? freshForMs : customerFreshForMs),
    idleUntil,
    endsAt,
  };
}
