import { type OpenedSession, openCustomerSession } from '../access/index.ts';
import { type Customer, ensureCustomer } from '../accounts/index.ts';
import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, later, minuteMs, type Outcome, refuse } from '../std/index.ts';
import { type HandoverCode, type HandoverSigner, verifyHandover } from './verify-handover.ts';

/** Used hand-overs are remembered until well after no clock would take them again. */
const rememberedMs = 10 * minuteMs;

/**
 * Takes a customer over from the exchange's log-in: the token is checked and used up, the customer
 * has a row, the language is what the exchange says, and a session is open; all of it or nothing.
 * Nobody is logged in yet, so there is no one to ask for permission: the token is the permission.
 */
export async function acceptHandover(
  context: Context,
  issuer: HandoverSigner,
  token: string,
): Promise<Outcome<{ readonly customer: Customer; readonly opened: OpenedSession }, HandoverCode>> {
  const verified = await verifyHandover(context.clock, issuer, token);
  if (!verified.ok) return verified;
  const handover = verified.value;
  const now = context.clock.now();
  return inTransaction(context.database, async (tx) => {
    await tx.deleteFrom('handovers_used').where('expires_at', '<', now).execute();
    const used = await tx
      .insertInto('handovers_used')
      .values({ id: handover.id, at: now, expires_at: later(handover.expiresAt, rememberedMs) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (used.numInsertedOrUpdatedRows !== 1n) return refuse('handover_used');
    const customer = await ensureCustomer(tx, context.clock, {
      exchangeId: handover.customer,
      language: handover.language,
    });
    await record(tx, context, { action: 'exchange.acceptHandover', subject: customer.id });
    return done({
      customer,
      opened: await openCustomerSession(tx, context, customer.id, handover.authenticatedAt),
    });
  });
}
