import { done, type Outcome, refuse } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type DeskStepCode, type DeskStepInput, deskStep } from './desk-step.ts';
import { focusOn } from './focus-on.ts';

/**
 * The desk has asked the customer to whom the receiving address belongs, and they agree that the
 * transfer is the claimant's. `reason` says how they were asked. Kaeru looks again: the claimant must
 * still show that the sending wallet is theirs.
 */
export function recordConsent(
  context: RecoveryContext,
  input: DeskStepInput,
): Promise<Outcome<Claim, DeskStepCode | 'nobody_to_consent'>> {
  return deskStep(context, input, 'look_again', 'claim.record_consent', (claim, at, by) => {
    const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
    const owner = focus?.owner;
    if (!focus?.key || !owner || owner === claim.customer) {
      return refuse('nobody_to_consent', { number: claim.number });
    }
    const { reason } = input;
    return done({ consent: { customer: owner, transferKey: focus.key, by, at, reason } });
  });
}
