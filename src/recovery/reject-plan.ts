import { type RejectionRefusal, reject } from '../access/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { DecidingContext } from './approve-plan.ts';
import { changeClaim } from './change-claim.ts';
import { type Claim, claimOf } from './claim.ts';

/** One person's no, with a reason, to a plan. The claim is held until somebody has looked at it. */
export async function rejectPlan(
  context: DecidingContext,
  input: { readonly digest: string; readonly reason: string },
): Promise<Outcome<Claim, RejectionRefusal | 'plan_not_found' | 'claim_changed'>> {
  return await context.database.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('claims')
      .selectAll()
      .where('plan_digest', '=', input.digest)
      .where('state', '=', 'approving')
      .forUpdate()
      .executeTakeFirst();
    const claim = row && claimOf(row);
    if (!claim?.plan) return refuse('plan_not_found', { digest: input.digest.slice(0, 64) });
    const plan = {
      digest: input.digest,
      currentDigest: claim.planDigest ?? '',
      requestedBy: claim.plan.plan.requester,
      subject: claim.number,
    };
    const rejected = await reject(tx, context, { plan, reason: input.reason });
    if (!rejected.ok) return rejected;
    const at = context.clock.now();
    const hold = { by: context.actor.id, at, code: 'plan_rejected' as const, reason: input.reason };
    const changed = await changeClaim(
      tx,
      context,
      claim,
      'hold',
      { hold, plan: null },
      {
        action: 'recovery.reject',
        details: { digest: input.digest },
      },
    );
    return changed ? done(changed) : refuse('claim_changed', { number: claim.number });
  });
}
