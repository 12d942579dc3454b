import { exchangeCustomerId } from '../accounts/index.ts';
import { exchangeProblems } from '../exchange/index.ts';
import { runStep } from '../jobs/index.ts';
import { compensationCredited, creditToCustomer, feeInKind } from '../ledger/index.ts';
import { amount } from '../money/index.ts';
import type { LineStep } from './advance-payment.ts';
import { changePayment, stopPayment } from './change-payment.ts';
import { unlessOwed } from './check-owed.ts';
import type { Payment, PaymentContext } from './payment.ts';
import { BooksRefused, postAll } from './post-all.ts';
import { paymentSteps } from './steps.ts';

type CreditPayment = Extract<Payment, { kind: 'credit' | 'compensate' }>;

/**
 * Has the exchange credit the customer, under a key that never expires, then books it and settles in
 * one transaction. An exchange that does not answer, or can't be understood, is asked again under the
 * same key, which is how an unknown outcome becomes a known one; one that says no stops the payment.
 * Whether it is still owed is asked before the first time only: after it the credit may be our own.
 */
export async function creditPayment(
  context: PaymentContext,
  payment: CreditPayment,
): Promise<LineStep> {
  const { plan } = payment;
  if (payment.creditAskedAt === null) {
    const halted = await unlessOwed(context, payment);
    if (halted) return halted;
    await markAsked(context, payment);
  }
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
    if (exchangeProblems[credited.code].lasts === 'transient') return 'wait';
    const facts = { ...credited.facts, code: credited.code };
    return await stopPayment(context, payment, 'credit_refused', facts);
  }
  try {
    return await runStep(paymentSteps['payments/settle'], () => book(context, payment));
  } catch (error) {
    if (!(error instanceof BooksRefused)) throw error;
    return await stopPayment(context, payment, 'books_refused', { code: error.message });
  }
}

/** From here on the exchange may have credited it, whether or not its answer arrives. */
async function markAsked({ database, clock }: PaymentContext, { id }: Payment): Promise<void> {
  await database
    .updateTable('payments')
    .set({ credit_asked_at: clock.now() })
    .where('id', '=', id)
    .where('credit_asked_at', 'is', null)
    .execute();
}

async function book(context: PaymentContext, payment: CreditPayment): Promise<LineStep> {
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
  return await context.database.transaction().execute(async (tx) => {
    const creditedAt = context.clock.now();
    const settled = await changePayment(tx, context, payment, { state: 'settled', creditedAt });
    if (!settled) return 'went_on';
    await postAll(tx, context, entries);
    return 'stopped';
  });
}
