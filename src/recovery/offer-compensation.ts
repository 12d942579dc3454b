import { done, type Outcome, refuse } from '../std/index.ts';
import type { Choice, Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type DeskStepCode, type DeskStepInput, deskStep } from './desk-step.ts';
import { focusOn } from './focus-on.ts';

/**
 * A person makes a loss good that no chain can give back: up to what was lost, out of the house's own
 * funds, after the same two approvals as any payment. `reason` is the recorded basis.
 */
export function offerCompensation(
  context: RecoveryContext,
  input: DeskStepInput & { readonly units: bigint },
): Promise<Outcome<Claim, DeskStepCode | 'compensation_too_high'>> {
  return deskStep(context, input, 'offer_compensation', 'plan.prepare', (claim, at, by) => {
    const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
    if (!focus?.key) return refuse('step_not_possible', { step: 'compensate', state: claim.state });
    const lost = focus.transfer.amount;
    if (input.units <= 0n || input.units > lost) {
      return refuse('compensation_too_high', { max: lost.toString() });
    }
    const choice: Choice = {
      option: 'compensate',
      by,
      at,
      address: null,
      units: input.units,
      fee: null,
    };
    return done({ choice });
  });
}
