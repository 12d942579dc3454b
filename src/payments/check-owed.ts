import type { LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import type { Payment, PaymentContext } from './payment.ts';

/**
 * Approved plans wait, and the world goes on: the exchange may have credited the deposit itself, the
 * chain taken it back, a list named its sender or its destination. Null: it is still owed, go on.
 */
export async function unlessOwed(
  context: PaymentContext,
  payment: Payment,
): Promise<LineStep | null> {
  const owed = await context.stillOwed(payment);
  if (owed === 'yes') return null;
  return owed === 'unread' ? 'wait' : await stopPayment(context, payment, 'no_longer_owed', {});
}
