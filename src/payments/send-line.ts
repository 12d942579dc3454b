import { runStep } from '../jobs/index.ts';
import { broadcast } from '../networks/index.ts';
import { invariant, unreachable } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import type { PaymentContext } from './payment.ts';
import { setLine } from './set-line.ts';
import { newestSigned } from './signed-transactions.ts';
import { paymentSteps } from './steps.ts';

/**
 * Gives the stored bytes to every node. Sending twice is sending once. A nonce that has been used, or
 * a price that a node finds too low, leaves it to `follow-line.ts` to find out what became of it.
 */
export async function sendLine(context: PaymentContext, work: LineAtWork): Promise<LineStep> {
  const nodes = context.chains.of(work.line.network);
  if (!nodes) return 'wait';
  const signed = await newestSigned(context.database, work);
  invariant(signed, 'a signed line has stored bytes');
  return await runStep(paymentSteps['payments/send'], async () => {
    const sent = await broadcast(nodes, signed.raw);
    switch (sent.status) {
      case 'accepted':
      case 'already_known':
      case 'nonce_too_low':
      case 'underpriced':
        return await markSent(context, work, signed.hash);
      case 'insufficient_funds':
      case 'unread':
        return 'wait';
      case 'refused':
        return await stopPayment(context, work.payment, 'broadcast_refused', {
          line: String(work.line.index),
          detail: sent.detail,
        });
      default:
        return unreachable(sent);
    }
  });
}

async function markSent(
  context: PaymentContext,
  work: LineAtWork,
  hash: string,
): Promise<LineStep> {
  const went = await context.database.transaction().execute(async (tx) => {
    await tx
      .updateTable('signed_transactions')
      .set({ sent_at: context.clock.now() })
      .where('network', '=', work.line.network)
      .where('hash', '=', hash)
      .where('sent_at', 'is', null)
      .execute();
    return await setLine(tx, context, work, { state: 'sent' });
  });
  return went ? 'went_on' : 'wait';
}
