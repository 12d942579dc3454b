import type { Event, Subscription, Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { type Payment, readPayment } from '../payments/index.ts';
import { invariant } from '../std/index.ts';
import { type ClaimChange, changeClaim } from './change-claim.ts';
import { type Claim, readClaim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { feeJob, recoverySteps } from './jobs.ts';
import type { ClaimStep } from './states.ts';

/** Recovery hears what became of a claim's payment. */
export function recoveryHearsPayments(context: RecoveryContext): Subscription {
  return {
    subscriber: 'recovery',
    kinds: ['payment.settled', 'payment.stopped', 'payment.cancelled', 'payment.sending'],
    hear: (tx, event) => runStep(recoverySteps['recovery/close'], () => hear(tx, context, event)),
  };
}

/**
 * Goes by what the payment is now, not by what the event says it became: events may come late or in
 * another order, and whatever was missed is made up for by the next.
 */
async function hear(tx: Tx, context: RecoveryContext, event: Event): Promise<void> {
  const payment = await readPayment(tx, event.subject);
  invariant(payment, 'an event of a payment names a payment');
  const claim = await readClaim(tx, payment.caseNumber);
  if (!claim || claim.payment !== payment.id) return;
  if (claim.state !== 'paying' && claim.state !== 'stopped') return;
  switch (payment.state) {
    case 'stopped':
      if (claim.state === 'paying') await stop(tx, context, claim, payment);
      return;
    case 'sending':
      if (claim.state === 'stopped') await resume(tx, context, claim);
      return;
    case 'cancelled':
      await startAnew(tx, context, claim, payment);
      return;
    case 'settled':
      await close(tx, context, await resume(tx, context, claim), payment);
      return;
  }
}

async function stop(tx: Tx, context: RecoveryContext, claim: Claim, payment: Payment) {
  const at = context.clock.now();
  const reason = payment.stopped?.code ?? 'stopped';
  const hold = { by: 'payments', at, code: 'payment_stopped' as const, reason };
  await follow(tx, context, claim, 'stop_payment', { hold });
}

async function resume(tx: Tx, context: RecoveryContext, claim: Claim): Promise<Claim> {
  return claim.state === 'stopped'
    ? await follow(tx, context, claim, 'resume_payment', { hold: null })
    : claim;
}

/** A return is planned again as it was chosen. A credit that was refused has to be understood first. */
async function startAnew(tx: Tx, context: RecoveryContext, claim: Claim, payment: Payment) {
  const change = { hold: null, payment: null, plan: null, planDigest: null };
  const step = payment.kind === 'return' ? 'plan_again' : 'look_again';
  await follow(tx, context, claim, step, change);
}

async function close(tx: Tx, context: RecoveryContext, claim: Claim, payment: Payment) {
  const at = context.clock.now();
  const closure = { by: 'payments', at, code: payment.kind, reason: 'the payment settled' };
  const fee = isChargedLater(claim) ? { status: 'due' as const, at } : null;
  await follow(tx, context, claim, settledStep[payment.kind], { closure, fee });
  if (fee) await context.queue.enqueue(tx, feeJob, { claim: claim.number });
}

async function follow(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  step: ClaimStep,
  change: ClaimChange,
): Promise<Claim> {
  const audit = { action: 'recovery.follow_payment', details: { payment: claim.payment } };
  const changed = await changeClaim(tx, context, claim, step, change, audit);
  invariant(changed, 'nobody but its payment changes a claim that is being paid');
  return changed;
}

const settledStep = {
  return: 'settle_return',
  credit: 'settle_credit',
  compensate: 'settle_compensation',
} as const satisfies Record<string, ClaimStep>;

/** A fee in the national currency is taken after the payment, never before it has arrived. */
function isChargedLater(claim: Claim): boolean {
  const fee = claim.choice?.fee;
  return fee !== null && fee !== undefined && !fee.inKind && fee.total.units > 0n;
}
