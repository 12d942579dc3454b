import { permit } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
import { type Claim, type Correction, readClaim } from './claim.ts';
import { topReason } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import type { DeskStepInput } from './desk-step.ts';
import type { ReasonCode, ReasonOutcome } from './diagnosis/index.ts';
import { focusOn } from './focus-on.ts';
import { nextState } from './states.ts';
import { whoChanged } from './who-changed.ts';

/** The diagnosis that a person puts in place of the machine's. */
export interface CorrectDiagnosisInput extends DeskStepInput {
  readonly code: ReasonCode;
  readonly outcome: Extract<ReasonOutcome, 'credit' | 'refund' | 'keep' | 'compensate' | 'refuse'>;
}

/**
 * A person's diagnosis, with a reason, in place of the machine's, which stays beside it and is counted
 * as overturned. It changes what is offered, never what is allowed: the quote, the proof of the
 * destination, the simulation, two approvals and the signer still stand between it and any money.
 */
export async function correctDiagnosis(
  context: RecoveryContext,
  input: CorrectDiagnosisInput,
): Promise<
  Outcome<
    Claim,
    | 'not_permitted'
    | 'claim_not_found'
    | 'claim_changed'
    | 'reason_missing'
    | 'step_not_possible'
    | 'nothing_diagnosed'
  >
> {
  const permitted = permit(context.actor, 'claim.correct');
  if (!permitted.ok) return permitted;
  if (input.reason.trim() === '') return refuse('reason_missing');
  return await context.database.transaction().execute(async (tx) => {
    const claim = await readClaim(tx, input.number);
    if (!claim) return refuse('claim_not_found', { number: input.number });
    if (claim.version !== input.version) {
      return refuse('claim_changed', await whoChanged(tx, claim.number));
    }
    if (!claim.diagnosis) return refuse('nothing_diagnosed', { number: claim.number });
    const at = context.clock.now();
    const { code, outcome, reason } = input;
    const correction: Correction = { by: context.actor.id, at, reason, code, outcome };
    const machine = topReason(claim.diagnosis, focusOn(claim.diagnosis, claim));
    const step = (['look_again', 'release'] as const).find(
      (one) => nextState(claim.state, one) === 'looking',
    );
    if (!step) return refuse('step_not_possible', { step: 'correct', state: claim.state });
    const audit = { action: 'recovery.correct', details: { machine: machine.code, code, reason } };
    const changed = await changeClaim(tx, context, claim, step, { correction, hold: null }, audit);
    if (!changed) return refuse('claim_changed', await whoChanged(tx, claim.number));
    if (code !== machine.code || outcome !== machine.outcome) {
      await countOverturned(tx, claim, correction, machine.code);
    }
    return done(changed);
  });
}

/** A person who says what the machine said has overturned nothing. */
async function countOverturned(
  tx: Tx,
  claim: Claim,
  correction: Correction,
  machineCode: ReasonCode,
): Promise<void> {
  await tx
    .insertInto('overturned_diagnoses')
    .values({
      claim_number: claim.number,
      machine_code: machineCode,
      person_code: correction.code,
      by_staff: correction.by,
      at: correction.at,
    })
    .execute();
}
