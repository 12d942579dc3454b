import { findCustomer } from '../accounts/index.ts';
import type { CreditPlan } from '../payments/index.ts';
import { done, invariant, newId, type Outcome } from '../std/index.ts';
import type { Claim, ClaimPlan } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { focusOn } from './focus-on.ts';
import { requesterOf } from './requester-of.ts';

/** The plan of a credit or a compensation: what is added to whose balance. */
export async function buildCreditPlan(
  context: RecoveryContext,
  claim: Claim,
  expiresAt: string,
): Promise<Outcome<ClaimPlan, never>> {
  const { choice, diagnosis } = claim;
  invariant(choice && diagnosis, 'a claim is planned after the customer has chosen');
  const focus = focusOn(diagnosis, claim);
  const customer = await findCustomer(context.database, claim.customer);
  invariant(focus?.key && customer, 'a claim that is planned has a transfer and a customer');
  invariant(choice.units > 0n, 'a credit is of more than nothing');
  const feeUnits = choice.fee?.inKind ? choice.fee.total.units : 0n;
  const plan: CreditPlan = {
    version: 1,
    id: newId(),
    caseNumber: claim.number,
    requester: requesterOf(claim, context.actor.id),
    transferKey: focus.key,
    customer: customer.exchangeId,
    asset: focus.transfer.asset,
    units: choice.units.toString(),
    feeUnits: feeUnits.toString(),
    expiresAt,
  };
  return done({ kind: choice.option === 'compensate' ? 'compensate' : 'credit', plan });
}
