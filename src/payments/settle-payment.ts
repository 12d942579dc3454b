import { runStep } from '../jobs/index.ts';
import type { LineStep } from './advance-payment.ts';
import { changePayment } from './change-payment.ts';
import type { Payment, PaymentContext } from './payment.ts';
import { paymentSteps } from './steps.ts';

/** Every line is final and booked: the payment is settled, and whoever waits for it is told. */
export async function settlePayment(context: PaymentContext, payment: Payment): Promise<LineStep> {
  const settled = await runStep(paymentSteps['payments/settle'], () =>
    context.database
      .transaction()
      .execute((tx) => changePayment(tx, context, payment, { state: 'settled' })),
  );
  return settled ? 'stopped' : 'went_on';
}
