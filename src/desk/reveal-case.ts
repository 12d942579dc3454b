import { permit } from '../access/index.ts';
import type { CustomerId } from '../accounts/index.ts';
import { inTransaction } from '../db/index.ts';
import { type CustomerDetails, type RevealProblem, revealCustomer } from '../exchange/index.ts';
import type { RecoveryContext } from '../recovery/index.ts';
import { done, later, type Outcome, secondMs } from '../std/index.ts';
import { lockCase, tellDesk } from './change-case.ts';

/** Personal data, to be shown until then and dropped. */
export interface Revealed {
  readonly details: CustomerDetails;
  readonly until: Date;
}

const shownMs = 60 * secondMs;

/**
 * Fetches the personal data of a case's customer from the exchange, for one look. That somebody looked,
 * and why, is in the audit record before anything is fetched, and in the case for colleagues to see.
 */
export async function revealCase(
  context: RecoveryContext,
  input: { readonly number: string; readonly reason: string },
): Promise<Outcome<Revealed, RevealProblem | 'claim_not_found' | 'claim_changed'>> {
  const permitted = permit(context.actor, 'personal.reveal');
  if (!permitted.ok) return permitted;
  const { database, exchange } = context;
  const locked = await inTransaction(database, (tx) => lockCase(tx, input.number, undefined));
  if (!locked.ok) return locked;
  const { number, customer } = locked.value;
  const shown = await revealCustomer(context, exchange, {
    customer: customer as CustomerId,
    caseNumber: number,
    reason: input.reason,
  });
  if (shown.ok || shown.code !== 'reveal_without_reason') {
    await inTransaction(database, (tx) =>
      tellDesk(tx, context, locked.value, {
        kind: 'desk.revealed',
        facts: { reason: input.reason.trim() },
        action: 'desk.revealCase',
        details: { shown: shown.ok },
      }),
    );
  }
  if (!shown.ok) return shown;
  return done({ details: shown.value, until: later(context.clock.now(), shownMs) });
}
