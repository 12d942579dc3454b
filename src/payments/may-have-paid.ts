import type { Tx } from '../db/index.ts';
import type { Payment, PaymentContext } from './payment.ts';

/**
 * Whether anything is out that can still pay this transfer. Signed bytes may be mined years later,
 * unless their nonce was used up by one of them that failed for good. An exchange that was asked for a
 * credit may have given it, unless it said a clear no.
 */
export async function mayHavePaid(
  { database }: { readonly database: PaymentContext['database'] | Tx },
  payment: Payment,
): Promise<boolean> {
  if (payment.kind !== 'return') {
    return (
      payment.creditAskedAt !== null && !clearNo.includes(payment.stopped?.facts['code'] ?? '')
    );
  }
  const signed = await database
    .selectFrom('signed_transactions')
    .innerJoin('payment_lines', (join) =>
      join
        .onRef('payment_lines.payment_id', '=', 'signed_transactions.payment_id')
        .onRef('payment_lines.line', '=', 'signed_transactions.line'),
    )
    .select('signed_transactions.hash')
    .where('signed_transactions.payment_id', '=', payment.id)
    .where('payment_lines.purpose', '=', 'return')
    .where('payment_lines.state', '<>', 'failed')
    .executeTakeFirst();
  return signed !== undefined;
}

/**
 * The exchange answers a key that it has seen with what it did then, so these say that it did nothing
 * under ours. Any other refusal may follow an earlier ask whose answer was lost.
 */
const clearNo: readonly string[] = ['exchange_already_credited', 'exchange_customer_unknown'];
