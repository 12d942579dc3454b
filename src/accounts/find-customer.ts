import type { Database, Tx } from '../db/index.ts';
import type { Customer, CustomerId, ExchangeCustomerId } from './account.ts';
import { customerOf } from './ensure-customer.ts';

/** The customer of this id, or null. */
export async function findCustomer(
  database: Database | Tx,
  id: CustomerId,
): Promise<Customer | null> {
  const row = await database
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? customerOf(row) : null;
}

/** The customer whom the exchange knows by this id, or null. */
export async function findExchangeCustomer(
  database: Database | Tx,
  exchangeId: ExchangeCustomerId,
): Promise<Customer | null> {
  const row = await database
    .selectFrom('customers')
    .selectAll()
    .where('exchange_id', '=', exchangeId)
    .executeTakeFirst();
  return row ? customerOf(row) : null;
}
