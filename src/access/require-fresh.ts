import { type Clock, done, minuteMs, type Outcome, refuse } from '../std/index.ts';
import type { Session } from './session.ts';

/** Long enough to read a plan through, short enough that an open laptop approves nothing. */
export const freshForMs = 5 * minuteMs;

/** Passes when a factor was shown within the last five minutes (ASVS V7.5.3). */
export function requireFresh(session: Session, clock: Clock): Outcome<void, 'factor_not_fresh'> {
  const age = clock.now().getTime() - session.freshAt.getTime();
  return age < freshForMs ? done(undefined) : refuse('factor_not_fresh');
}

/** The time to read an offer through once more. */
export const customerFreshForMs = 10 * minuteMs;

/** Passes when the exchange asked the customer for a factor within the last ten minutes. */
export function requireFreshCustomer(
  session: Pick<Session, 'freshAt'>,
  clock: Clock,
): Outcome<void, 'factor_stale'> {
  const age = clock.now().getTime() - session.freshAt.getTime();
  return age < customerFreshForMs ? done(undefined) : refuse('factor_stale');
}
