import { type Action, permit } from '../access/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { type ClaimChange, changeClaim } from './change-claim.ts';
import { type Claim, readClaim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type ClaimStep, nextState } from './states.ts';
import { whoChanged } from './who-changed.ts';

/** Why the desk can't do it, or not now. */
export type DeskStepCode =
  | 'not_permitted'
  | 'claim_not_found'
  | 'reason_missing'
  | 'step_not_possible'
  | 'claim_changed';

/** What a person at the desk does to a claim. `version` is the claim as it was on their screen. */
export interface DeskStepInput {
  readonly number: string;
  readonly version: number;
  readonly reason: string;
}

const reasonCharactersMax = 4_000;

/**
 * The one shape of a desk command: may they, is there a reason, is the claim still as they saw it, can
 * it take the step (which may depend on it); then the step with what `decide` adds, unless it refuses.
 */
export async function deskStep<Code extends string = never>(
  context: RecoveryContext,
  input: DeskStepInput,
  step: ClaimStep | ((claim: Claim) => ClaimStep),
  action: Action,
  decide: (claim: Claim, at: Date, by: string) => Outcome<ClaimChange, Code>,
): Promise<Outcome<Claim, DeskStepCode | Code>> {
  const permitted = permit(context.actor, action);
  if (!permitted.ok) return permitted;
  const reason = input.reason.trim();
  if (reason === '' || reason.length > reasonCharactersMax) {
    return refuse('reason_missing', { max: String(reasonCharactersMax) });
  }
  return await context.database.transaction().execute(async (tx) => {
    const claim = await readClaim(tx, input.number);
    if (!claim) return refuse('claim_not_found', { number: input.number });
    if (claim.version !== input.version) {
      return refuse('claim_changed', await whoChanged(tx, claim.number));
    }
    const taken = typeof step === 'string' ? step : step(claim);
    if (nextState(claim.state, taken) === null) {
      return refuse('step_not_possible', { step: taken, state: claim.state });
    }
    const change = decide(claim, context.clock.now(), context.actor.id);
    if (!change.ok) return change;
    const audit = { action: `recovery.${taken}`, details: { reason } };
    const changed = await changeClaim(tx, context, claim, taken, change.value, audit);
    return changed ? done(changed) : refuse('claim_changed', await whoChanged(tx, claim.number));
  });
}
