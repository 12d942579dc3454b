import { done, type Outcome } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type DeskStepCode, type DeskStepInput, deskStep } from './desk-step.ts';

/** A person refuses a claim that is held or under review, with the reason that the customer is told. */
export function refuseClaim(
  context: RecoveryContext,
  input: DeskStepInput,
): Promise<Outcome<Claim, DeskStepCode>> {
  return deskStep(context, input, 'refuse', 'claim.refuse', (_claim, at, by) =>
    done({ hold: null, closure: { by, at, code: 'REFUSED_BY_PERSON', reason: input.reason } }),
  );
}
