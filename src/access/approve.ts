import { sql } from 'kysely';
import { type Context, record } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import { done, invariant, type Json, type Outcome, refuse } from '../std/index.ts';
import { permit } from './permit.ts';
import { requireFresh } from './require-fresh.ts';
import type { Session } from './session.ts';

/** What is decided on. Whoever decides saw `digest`; `currentDigest` is what stands now. */
export interface PlanToDecide {
  readonly digest: string;
  readonly currentDigest: string;
  /** Who asked for it or prepared it: a staff member's id, or a customer's. */
  readonly requestedBy: string;
  /** The number of the case that it is about. */
  readonly subject: string;
}

/** A device's signature of the plan's digest, in the shape that the signer reads. */
export interface DeviceSignature {
  readonly kind: 'ed25519' | 'passkey';
  /** The device key's id in the signer's policy. */
  readonly key: string;
  readonly [part: string]: Json;
}

/** Whether the signature is good. The signer checks again, by its own policy, before it signs. */
export type VerifyDeviceSignature = (input: {
  readonly digest: string;
  readonly approver: string;
  readonly signature: DeviceSignature;
}) => boolean | Promise<boolean>;

/** Why a person may not decide on a plan, whichever way. */
export type DecisionRefusal =
  | 'not_permitted'
  | 'factor_not_fresh'
  | 'plan_changed'
  | 'approver_is_requester'
  | 'already_decided'
  | 'plan_rejected';

/** Why an approval was not taken. */
export type ApprovalRefusal = DecisionRefusal | 'signature_invalid' | 'device_already_used';

/** A command's context, with the session that the decision is made in. */
export type DecisionContext = Pick<Context, 'actor' | 'clock'> & { readonly session: Session };

/**
 * One person's yes to one plan, in the caller's transaction. Whether it was enough is the caller's
 * question (`approvalsOf`). A plan that anybody has rejected is not approved any more.
 */
export async function approve(
  tx: Tx,
  context: DecisionContext,
  input: {
    readonly plan: PlanToDecide;
    readonly signature: DeviceSignature;
    readonly verify: VerifyDeviceSignature;
  },
): Promise<Outcome<void, ApprovalRefusal>> {
  const { plan, signature } = input;
  const permitted = permit(context.actor, 'plan.approve');
  if (!permitted.ok) return permitted;
  const open = await openForDecision(tx, context, plan);
  if (!open.ok) return open;
  const approver = context.actor.id;
  if (open.value.devices.includes(signature.key)) {
    return refuse('device_already_used', { device: signature.key });
  }
  if (!(await input.verify({ digest: plan.digest, approver, signature }))) {
    return refuse('signature_invalid', { device: signature.key });
  }
  await tx
    .insertInto('approvals')
    .values({
      plan_digest: plan.digest,
      approver,
      subject: plan.subject,
      requested_by: plan.requestedBy,
      decision: 'approved',
      key_kind: signature.kind,
      device_key_id: signature.key,
      signature: JSON.stringify(signature),
      at: context.clock.now(),
    })
    .execute();
  await record(tx, context, {
    action: 'plan.approve',
    subject: plan.subject,
    details: { digest: plan.digest, device: signature.key },
  });
  return done(undefined);
}

/** The checks that approving and rejecting share. Decisions on one plan wait for each other here. */
export async function openForDecision(
  tx: Tx,
  context: DecisionContext,
  plan: PlanToDecide,
): Promise<Outcome<{ readonly devices: readonly string[] }, DecisionRefusal>> {
  const { actor, session } = context;
  invariant(session.actor.id === actor.id, 'a decision is made in the session of its maker');
  const fresh = requireFresh(session, context.clock);
  if (!fresh.ok) return fresh;
  if (plan.digest !== plan.currentDigest) return refuse('plan_changed');
  if (plan.requestedBy === actor.id) return refuse('approver_is_requester');
  await sql`select pg_advisory_xact_lock(hashtextextended(${plan.digest}, 0))`.execute(tx);
  const decisions = await tx
    .selectFrom('approvals')
    .select(['approver', 'decision', 'device_key_id'])
    .where('plan_digest', '=', plan.digest)
    .execute();
  if (decisions.some((one) => one.approver === actor.id)) return refuse('already_decided');
  if (decisions.some((one) => one.decision === 'rejected')) return refuse('plan_rejected');
  return done({ devices: decisions.flatMap((one) => one.device_key_id ?? []) });
}
