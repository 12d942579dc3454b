import { permit } from '../access/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { readOwnClaim } from './read-own-claim.ts';
import { nextState } from './states.ts';

type Code = 'not_permitted' | 'claim_not_found' | 'step_not_possible' | 'claim_changed';

/** The customer takes the claim back. What was found stays booked as owed. */
export async function withdrawClaim(
  context: RecoveryContext,
  number: string,
): Promise<Outcome<Claim, Code>> {
  return await ownStep(context, number, 'withdraw', 'claim.withdraw');
}

/** A kept claim, or an offer that was left lying, is taken up again at the customer's word. */
export async function takeUpClaim(
  context: RecoveryContext,
  number: string,
): Promise<Outcome<Claim, Code>> {
  return await ownStep(context, number, 'look_again', 'claim.choose');
}

async function ownStep(
  context: RecoveryContext,
  number: string,
  step: 'withdraw' | 'look_again',
  action: 'claim.withdraw' | 'claim.choose',
): Promise<Outcome<Claim, Code>> {
  const permitted = permit(context.actor, action);
  if (!permitted.ok) return permitted;
  return await context.database.transaction().execute(async (tx) => {
    const claim = await readOwnClaim(tx, context, number);
    if (!claim) return refuse('claim_not_found', { number });
    if (nextState(claim.state, step) === null) {
      return refuse('step_not_possible', { step, state: claim.state });
    }
    const audit = { action: `recovery.${step}` };
    const changed = await changeClaim(tx, context, claim, step, {}, audit);
    return changed ? done(changed) : refuse('claim_changed', { number });
  });
}
