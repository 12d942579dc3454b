import { record } from '../audit/index.ts';
import { planDigest } from '../custody/index.ts';
import type { Tx } from '../db/index.ts';
import { type Again, alone, runStep } from '../jobs/index.ts';
import { creditPlanDigest } from '../payments/index.ts';
import { done, hourMs, later, type Outcome, refuse, secondMs } from '../std/index.ts';
import { buildCreditPlan } from './build-credit-plan.ts';
import { buildReturnPlan } from './build-return-plan.ts';
import { type ClaimChange, changeClaim } from './change-claim.ts';
import { type Claim, type ClaimPlan, type Hold, readClaim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { planJob, recoverySteps } from './jobs.ts';
import { screenDestination } from './screen-destination.ts';
import { stillOwed } from './still-owed.ts';

/** A plan that two people have not signed by then is made again. */
export const planValidMs = 48 * hourMs;
const tryAgainMs = 15 * secondMs;
/** When the plan is seen to have run out: a little later, so that no clock can doubt it. */
const afterExpiryMs = 2 * secondMs;
const lookAgainMs = secondMs;

/**
 * What can keep a plan from being made. `unread` may pass by itself; what is `no_longer_owed` as it was
 * answered is answered anew; the others need a person.
 */
export type PlanObstacle =
  | 'unread'
  | 'no_longer_owed'
  | 'simulation_failed'
  | 'key_unknown'
  | 'plan_faulty'
  | 'destination_refused';

/**
 * Builds the plan of a claim whose customer has chosen, tries it in simulation, and lays it before the
 * approvers. A node that does not answer is asked again later; what needs a person is held. A plan that
 * has run out before two people signed it is made again: the same job comes back when it has.
 */
export async function preparePlan(context: RecoveryContext, number: string): Promise<Again> {
  const written = await alone(context.database, `claim ${number}`, async () => {
    const claim = await readClaim(context.database, number);
    if (claim?.state === 'planning') return await prepare(context, claim);
    if (claim && hasRunOut(context, claim)) return await planAgain(context, claim);
    return true;
  });
  return written ? undefined : { againAfterMs: lookAgainMs };
}

function hasRunOut({ clock }: RecoveryContext, { state, plan }: Claim): boolean {
  return state === 'approving' && plan !== null && new Date(plan.plan.expiresAt) <= clock.now();
}

async function planAgain(context: RecoveryContext, claim: Claim): Promise<boolean> {
  const audit = { action: 'recovery.plan_expired', details: { digest: claim.planDigest } };
  const change = { plan: null, planDigest: null };
  return await context.database.transaction().execute(async (tx) => {
    const changed = await changeClaim(tx, context, claim, 'plan_again', change, audit);
    return changed !== null;
  });
}

async function prepare(context: RecoveryContext, claim: Claim): Promise<boolean> {
  const expiresAt = later(context.clock.now(), planValidMs);
  const built = await runStep(recoverySteps['recovery/plan'], () =>
    buildPlan(context, claim, expiresAt.toISOString()),
  );
  return await runStep(recoverySteps['recovery/store-plan'], () =>
    context.database
      .transaction()
      .execute((tx) =>
        built.ok
          ? storePlan(tx, context, claim, built.value, expiresAt)
          : putOff(tx, context, claim, built.code, built.facts),
      ),
  );
}

async function buildPlan(
  context: RecoveryContext,
  claim: Claim,
  expiresAt: string,
): Promise<Outcome<ClaimPlan, PlanObstacle>> {
  const owed = await stillOwed(context, claim);
  if (owed === 'unread') return refuse('unread', { what: 'whether it is still owed' });
  if (owed === 'no') return refuse('no_longer_owed');
  const { choice, destination } = claim;
  if (choice?.option !== 'return_to_source' && choice?.option !== 'return_to_proven') {
    return await buildCreditPlan(context, claim, expiresAt);
  }
  const address = destination?.address;
  if (!address) return refuse('destination_refused', { because: 'not_proven' });
  // The lists may be newer than the customer's choice.
  const screened = await screenDestination(context, address);
  if (!screened.ok) return screened;
  const built = await buildReturnPlan(context, claim, expiresAt);
  return built.ok ? done(built.value) : built;
}

async function storePlan(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  plan: ClaimPlan,
  expiresAt: Date,
): Promise<boolean> {
  const digest = plan.kind === 'return' ? planDigest(plan.plan) : creditPlanDigest(plan.plan);
  const change: ClaimChange = { plan, planDigest: digest, promisedAt: expiresAt };
  const audit = { action: 'recovery.plan', details: { digest } };
  const changed = await changeClaim(tx, context, claim, 'plan', change, audit);
  if (!changed) return false;
  const afterMs = planValidMs + afterExpiryMs;
  await context.queue.enqueue(tx, planJob, { claim: claim.number }, { afterMs });
  return true;
}

async function putOff(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  code: PlanObstacle,
  facts: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (code === 'unread') {
    await record(tx, context, {
      action: 'recovery.plan_put_off',
      subject: claim.number,
      details: { code, ...facts },
    });
    await context.queue.enqueue(tx, planJob, { claim: claim.number }, { afterMs: tryAgainMs });
    return true;
  }
  if (code === 'no_longer_owed') {
    const audit = { action: 'recovery.no_longer_owed' };
    const change: ClaimChange = { plan: null, planDigest: null };
    return (await changeClaim(tx, context, claim, 'look_again', change, audit)) !== null;
  }
  const reason = [code, ...Object.values(facts)].join(' ');
  const hold: Hold = {
    by: context.actor.id,
    at: context.clock.now(),
    code: code === 'destination_refused' ? 'screening' : 'simulation',
    reason,
  };
  const audit = { action: 'recovery.hold', details: { code, ...facts } };
  return (await changeClaim(tx, context, claim, 'hold', { hold }, audit)) !== null;
}
