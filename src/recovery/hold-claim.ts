import { done, type Outcome } from '../std/index.ts';
import type { Claim, HoldCode } from './claim.ts';
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

/**
 * A person lets a held claim go on. Where it was held over its plan, the plan is made again as the
 * customer chose; else Kaeru looks at it afresh.
 */
export function releaseClaim(
  context: RecoveryContext,
  input: DeskStepInput,
): Promise<Outcome<Claim, DeskStepCode>> {
  return deskStep(context, input, releaseStep, 'claim.release', () =>
    done({ hold: null, plan: null, planDigest: null }),
  );
}

const heldOverPlan: readonly HoldCode[] = ['plan_rejected', 'simulation', 'screening'];

function releaseStep({ hold, choice }: Claim): 'plan_again' | 'release' {
  return choice && hold && heldOverPlan.includes(hold.code) ? 'plan_again' : 'release';
}
