import { permit } from '../access/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
import type { Appeal, Claim, Hold } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { type DeskStepCode, type DeskStepInput, deskStep } from './desk-step.ts';
import { removeSecrets } from './diagnosis/index.ts';
import { readOwnClaim } from './read-own-claim.ts';
import { nextState } from './states.ts';

const saidCharactersMax = 10_000;

/** The customer asks for another person to look at a refusal. Free, and in their own words. */
export async function appeal(
  context: RecoveryContext,
  input: { readonly number: string; readonly said: string },
): Promise<
  Outcome<
    Claim,
    'not_permitted' | 'claim_not_found' | 'step_not_possible' | 'appeal_too_long' | 'claim_changed'
  >
> {
  const permitted = permit(context.actor, 'claim.appeal');
  if (!permitted.ok) return permitted;
  if (input.said.length > saidCharactersMax) {
    return refuse('appeal_too_long', { max: String(saidCharactersMax) });
  }
  const { text } = removeSecrets(input.said);
  return await context.database.transaction().execute(async (tx) => {
    const claim = await readOwnClaim(tx, context, input.number);
    if (!claim) return refuse('claim_not_found', { number: input.number });
    if (nextState(claim.state, 'appeal') === null) {
      return refuse('step_not_possible', { step: 'appeal', state: claim.state });
    }
    const at = context.clock.now();
    const earlier = claim.appeal;
    const deciders = [...(earlier?.deciders ?? []), earlier?.decidedBy ?? []].flat();
    const made: Appeal = {
      ...{ at, said: text, decidedBy: null, decidedAt: null, answer: null },
      deciders,
    };
    const audit = { action: 'recovery.appeal' };
    const changed = await changeClaim(tx, context, claim, 'appeal', { appeal: made }, audit);
    return changed ? done(changed) : refuse('claim_changed', { number: claim.number });
  });
}

/**
 * Whoever refused, corrected or decided an earlier appeal does not judge this one. An answer that is
 * overturned is held: the machine would only say the same again, so a person corrects it, or releases
 * the claim once what was wrong has changed.
 */
export function decideAppeal(
  context: RecoveryContext,
  input: DeskStepInput & { readonly decision: 'uphold' | 'overturn' },
): Promise<Outcome<Claim, DeskStepCode | 'refused_by_same_person'>> {
  return deskStep(context, input, input.decision, 'claim.decide_appeal', (claim, at, by) => {
    const involved = [claim.closure?.by, claim.correction?.by, ...(claim.appeal?.deciders ?? [])];
    if (involved.includes(by)) return refuse('refused_by_same_person', { number: claim.number });
    const { appeal: made } = claim;
    if (!made) return refuse('step_not_possible', { step: input.decision, state: claim.state });
    const decided = { ...made, decidedBy: by, decidedAt: at, answer: input.reason };
    if (input.decision === 'uphold') return done({ appeal: decided });
    const hold: Hold = { by, at, code: 'overturned', reason: input.reason };
    return done({ appeal: decided, closure: null, hold });
  });
}
