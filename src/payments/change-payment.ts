import { type Actor, record } from '../audit/index.ts';
import type { Tx } from '../db/index.ts';
import type { Json } from '../std/index.ts';
import type { LineStep } from './advance-payment.ts';
import type { Payment, PaymentContext, PaymentState, StopCode } from './payment.ts';

/** Kaeru itself, as the audit record names it while a payment runs. */
export const paymentsActor: Actor = { kind: 'system', id: 'payments' };

/**
 * Moves a payment to another state if it is still as it was read, tells it as an event and records
 * it. A payment that rests gives back the nonces that it had reserved and not signed for, or all that
 * comes after them from the same wallet would wait for ever. False when somebody else was faster: the
 * caller looks again.
 */
export async function changePayment(
  tx: Tx,
  context: PaymentContext,
  payment: Payment,
  change: {
    readonly state: PaymentState;
    readonly stopped?: { readonly code: StopCode; readonly facts: Record<string, string> };
    readonly creditedAt?: Date;
  },
): Promise<boolean> {
  const at = context.clock.now();
  const stopped = change.stopped ? { ...change.stopped, at: at.toISOString() } : null;
  const changed = await tx
    .updateTable('payments')
    .set({
      state: change.state,
      stopped: stopped ? JSON.stringify(stopped) : null,
      version: payment.version + 1,
      updated_at: at,
      ...(change.creditedAt ? { credited_at: change.creditedAt } : {}),
    })
    .where('id', '=', payment.id)
    .where('version', '=', payment.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  if (change.state === 'stopped' || change.state === 'cancelled') {
    await giveBackNonces(tx, payment, at);
  }
  const details: { [key: string]: Json } = { from: payment.state, to: change.state };
  if (change.stopped) details['stopped'] = { ...change.stopped };
  await record(tx, context, { action: 'payments.change', subject: payment.id, details });
  if (change.state !== payment.state) {
    await context.bus.publish(tx, context.clock, {
      kind: `payment.${change.state}`,
      subject: payment.id,
      body: { case: payment.caseNumber, transfer: payment.transferKey },
    });
  }
  return true;
}

/** Bytes are stored in the transaction that ends `reserved`: while it lasts nothing can be sent. */
async function giveBackNonces(tx: Tx, payment: Payment, at: Date): Promise<void> {
  await tx
    .updateTable('payment_lines')
    .set({ state: 'waiting', nonce: null, updated_at: at })
    .where('payment_id', '=', payment.id)
    .where('state', '=', 'reserved')
    .execute();
}

/** Stops the payment until a person has looked. When it changed meanwhile it is looked at again. */
export async function stopPayment(
  context: PaymentContext,
  payment: Payment,
  code: StopCode,
  facts: Record<string, string>,
): Promise<LineStep> {
  const stopped = await context.database
    .transaction()
    .execute((tx) =>
      changePayment(tx, context, payment, { state: 'stopped', stopped: { code, facts } }),
    );
  return stopped ? 'stopped' : 'went_on';
}

/**
 * A return whose plan ran out before it was signed will never be: it is cancelled, and the claim gets a
 * new plan, for two people to approve. Gas that was funded for it stays where it is.
 */
export async function expirePayment(context: PaymentContext, payment: Payment): Promise<LineStep> {
  const cancelled = await context.database
    .transaction()
    .execute((tx) => changePayment(tx, context, payment, { state: 'cancelled' }));
  return cancelled ? 'stopped' : 'went_on';
}
