import {
  type ApprovalRefusal,
  approvalsOf,
  approve,
  permit,
  type Session,
} from '../access/index.ts';
import { type Approval, approvalDigest, approvalSchema, approverOf } from '../custody/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { type StartPaymentInput, startPayment } from '../payments/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
import { type Claim, claimOf } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { recoverySteps } from './jobs.ts';
import { isInvolved } from './requester-of.ts';
import { stillOwed } from './still-owed.ts';

/** What one person says yes to, and their device's signature of it. */
/** One person's yes. */
export interface ApprovePlansInput {
  /** The digests that were shown together: one plan, or the plans of a cluster, every line of each. */
  readonly digests: readonly string[];
  /** The device's signature over `approvalDigest(digests)`. */
  readonly approval: Approval;
}

/** How an approval is refused; told in `recoveryProblems`, `accessProblems` and `paymentsProblems`. */
/** Why it was not taken. */
export type ApprovePlansCode =
  | ApprovalRefusal
  | 'plan_not_found'
  | 'plan_expired'
  | 'owed_unread'
  | 'transfer_already_paid'
  | 'claim_changed';

/** A decision is made in a session, whose factor must be fresh. */
export type DecidingContext = RecoveryContext & { readonly session: Session };

/** Two people, neither of whom asked for the payment. */
export const approvalsMin = 2;
const clusterMax = 200;
/** How many claims are read once more at the same time. */
const looksAtOnce = 8;

/**
 * One person's yes to one plan, or to all plans of a cluster at once. The signature is checked here
 * and again by the signer. With the second person's yes the payment starts, in the same transaction.
 * All or nothing: when one plan of a cluster has changed, none is approved.
 */
export async function approvePlans(
  context: DecidingContext,
  input: ApprovePlansInput,
): Promise<Outcome<readonly Claim[], ApprovePlansCode>> {
  const permitted = permit(context.actor, 'plan.approve');
  if (!permitted.ok) return permitted;
  const digests = [...new Set(input.digests)].sort();
  if (digests.length === 0 || digests.length > clusterMax) {
    return refuse('plan_not_found', { digest: digests[0] ?? '' });
  }
  const owed = await lastLook(context, digests);
  if (!owed.ok) return owed;
  return await runStep(recoverySteps['recovery/approve'], async () => {
    const transaction = context.database.transaction();
    try {
      return await transaction.execute(async (tx) => {
        const approved: Claim[] = [];
        for (const digest of digests) {
          const one = await approveOne(tx, context, digest, { digests, approval: input.approval });
          if (!one.ok) throw new Undo(one.code, one.facts);
          approved.push(one.value);
        }
        return done(approved);
      });
    } catch (error) {
      if (error instanceof Undo) return refuse(error.code, error.facts);
      throw error;
    }
  });
}

/**
 * Before the yes that starts a payment it is read once more whether it is still owed, outside the
 * transaction, for networks may be slow. A plan that is not is made again, or its claim answered anew.
 */
async function lastLook(
  context: DecidingContext,
  digests: readonly string[],
): Promise<Outcome<void, 'plan_changed' | 'owed_unread'>> {
  for (let from = 0; from < digests.length; from += looksAtOnce) {
    const looks = digests.slice(from, from + looksAtOnce).map(async (digest) => {
      const { approvals } = await approvalsOf(context.database, digest);
      const claim = await claimOfPlan(context.database, digest);
      if (claim?.state !== 'approving' || approvals.length + 1 < approvalsMin) return null;
      return { claim, owed: await stillOwed(context, claim) };
    });
    for (const look of await Promise.all(looks)) {
      if (look?.owed === 'unread') return refuse('owed_unread', { number: look.claim.number });
      if (look?.owed !== 'no') continue;
      const { claim } = look;
      const change = { plan: null, planDigest: null };
      const audit = { action: 'recovery.no_longer_owed' };
      await context.database
        .transaction()
        .execute((tx) => changeClaim(tx, context, claim, 'plan_again', change, audit));
      return refuse('plan_changed', { number: claim.number });
    }
  }
  return done(undefined);
}

async function claimOfPlan(database: Database, digest: string): Promise<Claim | null> {
  const row = await database
    .selectFrom('claims')
    .selectAll()
    .where('plan_digest', '=', digest)
    .executeTakeFirst();
  return row ? claimOf(row) : null;
}

/** Takes back what earlier plans of the cluster wrote. */
class Undo extends Error {
  readonly code: ApprovePlansCode;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: ApprovePlansCode, facts: Readonly<Record<string, string>>) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

async function approveOne(
  tx: Tx,
  context: DecidingContext,
  digest: string,
  given: { readonly digests: readonly string[]; readonly approval: Approval },
): Promise<Outcome<Claim, ApprovePlansCode>> {
  const row = await tx
    .selectFrom('claims')
    .selectAll()
    .where('plan_digest', '=', digest)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('plan_not_found', { digest });
  const claim = claimOf(row);
  if (claim.state !== 'approving' || !claim.plan) {
    return refuse('plan_changed', { number: claim.number });
  }
  const { plan } = claim.plan;
  if (new Date(plan.expiresAt) <= context.clock.now()) {
    return refuse('plan_expired', { number: claim.number });
  }
  const shown = approvalDigest(given.digests);
  const taken = await approve(tx, context, {
    plan: {
      digest,
      currentDigest: claim.planDigest ?? '',
      requestedBy: isInvolved(claim, context.actor.id) ? context.actor.id : plan.requester,
      subject: claim.number,
    },
    signature: { ...given.approval, cluster: given.digests },
    verify: ({ approver }) => isSignedBy(context, shown, approver, given.approval),
  });
  if (!taken.ok) return taken;
  const together = await approvalsTogether(tx, digest, given.digests);
  if (together.length < approvalsMin) {
    // The claim is as it was; open screens of the desk show the first yes all the same.
    await context.bus.publish(tx, context.clock, {
      kind: 'case.changed',
      subject: claim.number,
      body: { version: claim.version },
    });
    return done(claim);
  }
  return await startPaying(tx, context, claim, together, given.digests);
}

/** The key must be this person's own in the signer's policy: a name in our database is no proof. */
async function isSignedBy(
  context: RecoveryContext,
  digest: string,
  person: string,
  approval: Approval,
): Promise<boolean> {
  const signed = await approverOf(context.custody, digest, approval);
  return signed.ok && signed.value.person === person;
}

/** Approvals count together when they were given to the same plans: each signs what it was shown. */
async function approvalsTogether(
  tx: Tx,
  digest: string,
  digests: readonly string[],
): Promise<Approval[]> {
  const { approvals } = await approvalsOf(tx, digest);
  return approvals
    .filter((one) => String(one.signature['cluster']) === String(digests))
    .map(({ signature: { cluster: _, ...approval } }) => approvalSchema.parse(approval));
}

async function startPaying(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  signatures: readonly Approval[],
  digests: readonly string[],
): Promise<Outcome<Claim, ApprovePlansCode>> {
  const approvals = { signatures, cluster: digests.length > 1 ? digests : null };
  const started = await startPayment(tx, context, {
    ...claim.plan,
    approvals,
  } as StartPaymentInput);
  if (!started.ok) return started;
  const audit = { action: 'recovery.approve', details: { digest: claim.planDigest } };
  const changed = await changeClaim(
    tx,
    context,
    claim,
    'approve',
    { payment: started.value },
    audit,
  );
  return changed ? done(changed) : refuse('claim_changed', { number: claim.number });
}
