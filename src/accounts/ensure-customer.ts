import type { Tx } from '../db/index.ts';
import { type Clock, invariant, newId } from '../std/index.ts';
import type { Customer, CustomerId, ExchangeCustomerId } from './account.ts';

/**
 * The customer of the exchange's id, with a row of ours from now on. The language given last wins:
 * it comes with each log-in.
 */
export async function ensureCustomer(
  tx: Tx,
  clock: Clock,
  given: { readonly exchangeId: ExchangeCustomerId; readonly language: string },
): Promise<Customer> {
  const row = await tx
    .insertInto('customers')
    .values({
      id: newId<CustomerId>(),
      exchange_id: given.exchangeId,
      language: given.language,
      created_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict.column('exchange_id').doUpdateSet({ language: given.language }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  invariant(row.exchange_id === given.exchangeId, 'the row is the one asked for');
  return customerOf(row);
}

/** A row of `customers` as the rest of the program sees it. */
export function customerOf(row: { id: string; exchange_id: string; language: string }): Customer {
  return {
    id: row.id as CustomerId,
    exchangeId: row.exchange_id as ExchangeCustomerId,
    language: row.language,
  };
}
