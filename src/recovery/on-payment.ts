import type { Event, Subscription, Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { readPayment } from '../payments/index.ts';
import { invariant } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
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

async function hear(tx: Tx, context: RecoveryContext, event: Event): Promise<void> {
  const payment = await readPayment(tx, event.subject);
  invariant(payment, 'an event of a payment names a payment');
  const claim = await readClaim(tx, payment.caseNumber);
  if (!claim || claim.payment !== payment.id) return;
  const at = context.clock.now();
  const audit = { action: 'recovery.follow_payment', details: { payment: payment.id } };
  if (event.kind === 'payment.settled' && claim.state === 'paying') {
    const closure = { by: 'payments', at, code: payment.kind, reason: 'the payment settled' };
    const step = settledStep[payment.kind];
    const fee = isChargedLater(claim) ? { status: 'due' as const, at } : null;
    const change = { closure, fee, promisedAt: null };
    const changed = await changeClaim(tx, context, claim, step, change, audit);
    invariant(changed, 'nobody but its payment changes a claim that is paying');
    if (fee) await context.queue.enqueue(tx, feeJob, { claim: claim.number });
  }
  if (event.kind === 'payment.stopped' && claim.state === 'paying') {
    const reason = payment.stopped?.code ?? 'stopped';
    const hold = { by: 'payments', at, code: 'payment_stopped' as const, reason };
    await changeClaim(tx, context, claim, 'hold', { hold }, audit);
  }
  if (event.kind === 'payment.sending' && claim.hold?.code === 'payment_stopped') {
    await changeClaim(tx, context, claim, 'resume_payment', { hold: null }, audit);
  }
  if (event.kind === 'payment.cancelled' && claim.hold?.code === 'payment_stopped') {
    const change = { hold: null, payment: null, plan: null, planDigest: null };
    await changeClaim(tx, context, claim, 'release', change, audit);
  }
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
