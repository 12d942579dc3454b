import { record } from '../audit/index.ts';
import type { Plan } from '../custody/index.ts';
import { planDigest } from '../custody/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { networkIdOf } from '../networks/index.ts';
import { done, invariant, newId, type Outcome, refuse } from '../std/index.ts';
import { creditPlanDigest } from './credit-plan.ts';
import type { Approvals, CreditPlan, PaymentContext, PaymentId } from './payment.ts';
import { advanceJob, paymentSteps } from './steps.ts';

/** What is paid: an approved plan, with the signatures that approve it. */
export type StartPaymentInput = { readonly approvals: Approvals } & (
  | { readonly kind: 'return'; readonly plan: Plan }
  | { readonly kind: 'credit' | 'compensate'; readonly plan: CreditPlan }
);

/**
 * Begins a payment in the caller's transaction and queues the first look at it. Refuses when the
 * transfer is being paid, or was paid, in any way. The caller has checked the approvals; for a
 * return the signer checks them again.
 */
export async function startPayment(
  tx: Tx,
  context: PaymentContext,
  input: StartPaymentInput,
): Promise<Outcome<PaymentId, 'transfer_already_paid'>> {
  const { plan } = input;
  const digest = input.kind === 'return' ? planDigest(input.plan) : creditPlanDigest(input.plan);
  const at = context.clock.now();
  invariant(new Date(plan.expiresAt) > at, 'only a plan that has not expired is paid');
  const id = newId<PaymentId>();
  return await runStep(paymentSteps['payments/start'], async () => {
    const inserted = await tx
      .insertInto('payments')
      .values({
        id,
        kind: input.kind,
        transfer_key: plan.transferKey,
        case_number: plan.caseNumber,
        plan: JSON.stringify(plan),
        plan_digest: digest,
        approvals: JSON.stringify(input.approvals),
        state: 'sending',
        created_at: at,
        updated_at: at,
      })
      .onConflict((on) => on.column('transfer_key').where('state', '<>', 'cancelled').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) {
      return refuse('transfer_already_paid', { transfer: plan.transferKey });
    }
    if (input.kind === 'return') await insertLines(tx, id, input.plan, at);
    await record(tx, context, {
      action: 'payments.start',
      subject: id,
      details: { kind: input.kind, transfer: plan.transferKey, digest, case: plan.caseNumber },
    });
    await context.queue.enqueue(tx, advanceJob, { payment: id });
    return done(id);
  });
}

async function insertLines(tx: Tx, id: PaymentId, plan: Plan, at: Date): Promise<void> {
  invariant(plan.lines.length > 0, 'a plan has at least one line');
  await tx
    .insertInto('payment_lines')
    .values(
      plan.lines.map((line, index) => ({
        payment_id: id,
        line: index,
        network: networkIdOf(plan.network.chainId),
        purpose: line.purpose,
        sender: line.from,
        state: 'waiting',
        updated_at: at,
      })),
    )
    .execute();
}
