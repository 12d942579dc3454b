import { exchangeCustomerId } from '../accounts/index.ts';
import { runStep } from '../jobs/index.ts';
import { compensationCredited, creditToCustomer, feeInKind, post } from '../ledger/index.ts';
import { amount } from '../money/index.ts';
import { invariant } from '../std/index.ts';
import type { LineStep } from './advance-payment.ts';
import { changePayment, stopPayment } from './change-payment.ts';
import type { Payment, PaymentContext } from './payment.ts';
import { paymentSteps } from './steps.ts';

type CreditPayment = Extract<Payment, { kind: 'credit' | 'compensate' }>;

/**
 * Has the exchange credit the customer, under a key that never expires, then books it and settles in
 * one transaction. An exchange that does not answer is asked again; one that says no stops the payment.
 */
export async function creditPayment(
  context: PaymentContext,
  payment: CreditPayment,
): Promise<LineStep> {
  const { plan } = payment;
  const credited = await runStep(paymentSteps['payments/credit'], () =>
    context.exchange.credit({
      idempotencyKey: `payment/${payment.id}`,
      customer: exchangeCustomerId(plan.customer),
      asset: plan.asset,
      units: BigInt(plan.units),
      transferKey: plan.transferKey,
      reason: { caseNumber: payment.caseNumber, code: `recovery.${payment.kind}` },
    }),
  );
  if (!credited.ok) {
    const mayPass = ['exchange_unreachable', 'exchange_timed_out', 'exchange_answer_malformed'];
    if (mayPass.includes(credited.code)) return 'wait';
    await stopPayment(context, payment, 'credit_refused', { code: credited.code });
    return 'stopped';
  }
  await runStep(paymentSteps['payments/settle'], () => book(context, payment));
  return 'stopped';
}

async function book(context: PaymentContext, payment: CreditPayment): Promise<void> {
  const { plan, caseNumber, id } = payment;
  const credited = amount(plan.asset, BigInt(plan.units));
  const fee = amount(plan.asset, BigInt(plan.feeUnits));
  const entries =
    payment.kind === 'credit'
      ? [
          creditToCustomer({ caseNumber, payment: id, amount: credited }),
          ...(fee.units > 0n ? [feeInKind({ caseNumber, payment: id, fee })] : []),
        ]
      : [compensationCredited({ caseNumber, payment: id, amount: credited })];
  await context.database.transaction().execute(async (tx) => {
    const creditedAt = context.clock.now();
    const settled = await changePayment(tx, context, payment, { state: 'settled', creditedAt });
    if (!settled) return;
    for (const entry of entries) {
      const booked = await post(tx, context, entry);
      invariant(booked.ok, `${entry.key}: a credit that was made is booked`);
    }
  });
}
