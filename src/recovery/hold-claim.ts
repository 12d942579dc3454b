import { done, type Outcome } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type DeskStepCode, type DeskStepInput, deskStep } from './desk-step.ts';

/** A person stops a claim, with a reason that the customer is not told. */
export function holdClaim(
  context: RecoveryContext,
  input: DeskStepInput,
): Promise<Outcome<Claim, DeskStepCode>> {
  return deskStep(context, input, 'hold', 'claim.hold', (_claim, at, by) =>
    done({ hold: { by, at, code: 'person', reason: input.reason } }),
  );
}

/** A person lets a held claim go on: Kaeru looks at it afresh. */
export function releaseClaim(
  context: RecoveryContext,
  input: DeskStepInput,
): Promise<Outcome<Claim, DeskStepCode>> {
  return deskStep(context, input, 'release', 'claim.release', () =>
    done({ hold: null, plan: null, planDigest: null }),
  );
}
