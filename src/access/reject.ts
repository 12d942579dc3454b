import { record } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import {
  type DecisionContext,
  type DecisionRefusal,
  openForDecision,
  type PlanToDecide,
} from './approve.ts';
import { permit } from './permit.ts';

/** Why a rejection was not taken. */
export type RejectionRefusal = DecisionRefusal | 'reason_missing';

const reasonCharactersMax = 2000;

/** One person's no to one plan, in the caller's transaction: one no is enough. */
export async function reject(
  tx: Tx,
  context: DecisionContext,
  input: { readonly plan: PlanToDecide; readonly reason: string },
): Promise<Outcome<void, RejectionRefusal>> {
  const { plan } = input;
  const permitted = permit(context.actor, 'plan.reject');
  if (!permitted.ok) return permitted;
  const reason = input.reason.trim().slice(0, reasonCharactersMax);
  if (reason === '') return refuse('reason_missing');
  const open = await openForDecision(tx, context, plan);
  if (!open.ok) return open;
  await tx
    .insertInto('approvals')
    .values({
      plan_digest: plan.digest,
      approver: context.actor.id,
      subject: plan.subject,
      requested_by: plan.requestedBy,
      decision: 'rejected',
      reason,
      at: context.clock.now(),
    })
    .execute();
  await record(tx, context, {
    action: 'plan.reject',
    subject: plan.subject,
    details: { digest: plan.digest, reason },
  });
  return done(undefined);
}
