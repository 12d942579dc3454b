import { permit } from '../access/index.ts';
import { type CustomerId, findCustomer } from '../accounts/index.ts';
import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { type Outcome, refuse } from '../std/index.ts';
import type { CustomerDetails, Exchange, ExchangeFailure } from './exchange.ts';

/** Why personal data was not shown. */
export type RevealProblem =
  | ExchangeFailure
  | 'exchange_customer_unknown'
  | 'not_permitted'
  | 'reveal_without_reason';

const reasonLengthMin = 3;
const reasonLengthMax = 500;

/**
 * Shows a customer's personal data to a member of staff, once, with a reason. That they looked is
 * committed before anything is fetched: there is no look without an entry, whatever fails after.
 * What comes back is for this one answer; no caller may store it.
 */
export async function revealCustomer(
  context: Context,
  exchange: Pick<Exchange, 'customer'>,
  input: { readonly customer: CustomerId; readonly caseNumber: string; readonly reason: string },
): Promise<Outcome<CustomerDetails, RevealProblem>> {
  const permitted = permit(context.actor, 'personal.reveal');
  if (!permitted.ok) return permitted;
  const reason = onOneLine(input.reason);
  if (reason.length < reasonLengthMin || reason.length > reasonLengthMax) {
    return refuse('reveal_without_reason', { max: String(reasonLengthMax) });
  }
  const customer = await inTransaction(context.database, async (tx) => {
    const found = await findCustomer(tx, input.customer);
    if (!found) return null;
    await record(tx, context, {
      action: 'exchange.revealCustomer',
      subject: found.id,
      details: { caseNumber: onOneLine(input.caseNumber).slice(0, 40), reason },
    });
    return found;
  });
  return customer ? exchange.customer(customer.exchangeId) : refuse('exchange_customer_unknown');
}

/** Without controls and half characters, which the audit record can't hold. */
function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
