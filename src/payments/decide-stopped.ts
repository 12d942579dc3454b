import { permit } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { changePayment } from './change-payment.ts';
import { mayHavePaid } from './may-have-paid.ts';
import { type Payment, type PaymentContext, readPayment } from './payment.ts';
import { advanceJob } from './steps.ts';

export type DecideStoppedCode =
  | 'not_permitted'
  | 'payment_not_found'
  | 'payment_not_stopped'
  | 'payment_already_signed'
  | 'payment_changed';

/**
 * What a person does with a payment that was stopped. `resume`: what was wrong has passed, Kaeru goes
 * on where it was. `cancel`: it will never pay, and the transfer may be paid another way; only while
 * nothing is out that may still pay it.
 */
export async function decideStopped(
  context: PaymentContext,
  input: {
    readonly payment: string;
    readonly decision: 'resume' | 'cancel';
    readonly reason: string;
  },
): Promise<Outcome<Payment, DecideStoppedCode>> {
  const permitted = permit(context.actor, 'payment.decide');
  if (!permitted.ok) return permitted;
  return await context.database.transaction().execute(async (tx) => {
    const payment = await readPayment(tx, input.payment);
    if (!payment) return refuse('payment_not_found', { payment: input.payment.slice(0, 40) });
    if (payment.state !== 'stopped') {
      return refuse('payment_not_stopped', { state: payment.state });
    }
    const cancels = input.decision === 'cancel';
    if (cancels && (await mayHavePaid({ database: tx }, payment))) {
      return refuse('payment_already_signed', { payment: payment.id });
    }
    const state = cancels ? 'cancelled' : 'sending';
    if (!(await changePayment(tx, context, payment, { state }))) return refuse('payment_changed');
    await record(tx, context, {
      action: `payments.${input.decision}`,
      subject: payment.id,
      details: { reason: input.reason },
    });
    if (!cancels) await context.queue.enqueue(tx, advanceJob, { payment: payment.id });
    return done({ ...payment, state });
  });
}
