import { record } from '../audit/index.ts';
import { planDigest } from '../custody/index.ts';
import { type Again, alone, runStep } from '../jobs/index.ts';
import { creditPlanDigest } from '../payments/index.ts';
import { hourMs, later, type Outcome, secondMs } from '../std/index.ts';
import { buildCreditPlan } from './build-credit-plan.ts';
import { buildReturnPlan } from './build-return-plan.ts';
import { changeClaim } from './change-claim.ts';
import { type Claim, type ClaimPlan, readClaim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { planJob, recoverySteps } from './jobs.ts';

/** A plan that nobody has signed by then is made again. */
export const planValidMs = 48 * hourMs;
const tryAgainMs = 15 * secondMs;
const busyMs = secondMs;
const promiseMs = 48 * hourMs;

/** What can keep a plan from being made; `unread` may pass by itself, the others need a person. */
export type PlanObstacle = 'unread' | 'simulation_failed' | 'key_unknown' | 'nothing_left';

/**
 * Builds the plan of a claim whose customer has chosen, tries it in simulation, and lays it before the
 * approvers. A node that does not answer is asked again later; a simulation that fails is held for a
 * person.
 */
export async function preparePlan(context: RecoveryContext, number: string): Promise<Again> {
  const looked = await alone(context.database, `claim ${number}`, async () => {
    const claim = await readClaim(context.database, number);
    if (claim?.state === 'planning') await prepare(context, claim);
    return true;
  });
  // Somebody else is at the claim, perhaps with a look that began before it was planned.
  return looked ? undefined : { againAfterMs: busyMs };
}

async function prepare(context: RecoveryContext, claim: Claim): Promise<void> {
  const expiresAt = later(context.clock.now(), planValidMs).toISOString();
  const built = await runStep(recoverySteps['recovery/plan'], () =>
    buildPlan(context, claim, expiresAt),
  );
  await runStep(recoverySteps['recovery/store-plan'], () =>
    built.ok
      ? storePlan(context, claim, built.value)
      : putOff(context, claim, built.code, built.facts),
  );
}

function buildPlan(
  context: RecoveryContext,
  claim: Claim,
  expiresAt: string,
): Promise<Outcome<ClaimPlan, PlanObstacle>> {
  const option = claim.choice?.option;
  return option === 'return_to_source' || option === 'return_to_proven'
    ? buildReturnPlan(context, claim, expiresAt)
    : buildCreditPlan(context, claim, expiresAt);
}

async function storePlan(context: RecoveryContext, claim: Claim, plan: ClaimPlan): Promise<void> {
  const digest = plan.kind === 'return' ? planDigest(plan.plan) : creditPlanDigest(plan.plan);
  const promisedAt = later(context.clock.now(), promiseMs);
  await context.database.transaction().execute((tx) =>
    changeClaim(
      tx,
      context,
      claim,
      'plan',
      { plan, planDigest: digest, promisedAt },
      {
        action: 'recovery.plan',
        details: { digest },
      },
    ),
  );
}

async function putOff(
  context: RecoveryContext,
  claim: Claim,
  code: PlanObstacle,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const at = context.clock.now();
  await context.database.transaction().execute(async (tx) => {
    if (code === 'unread') {
      await record(tx, context, {
        action: 'recovery.plan_put_off',
        subject: claim.number,
        details: { code, ...facts },
      });
      await context.queue.enqueue(tx, planJob, { claim: claim.number }, { afterMs: tryAgainMs });
      return;
    }
    const reason = Object.values(facts).join(' ') || code;
    const hold = {
      by: context.actor.id,
      at,
      code: 'simulation' as const,
      reason: `${code}: ${reason}`,
    };
    await changeClaim(
      tx,
      context,
      claim,
      'hold',
      { hold },
      {
        action: 'recovery.hold',
        details: { code, ...facts },
      },
    );
  });
}
