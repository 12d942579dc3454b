import { type Clock, done, minuteMs, type Outcome, refuse } from '../std/index.ts';
import type { Session } from './session.ts';

/** Long enough to read a plan through, short enough that an open laptop approves nothing. */
export const freshForMs = 5 * minuteMs;

/** Passes when a factor was shown within the last five minutes (ASVS V7.5.3). */
export function requireFresh(session: Session, clock: Clock): Outcome<void, 'factor_not_fresh'> {
  const age = clock.now().getTime() - session.freshAt.getTime();
  return age < freshForMs ? done(undefined) : refuse('factor_not_fresh');
}
