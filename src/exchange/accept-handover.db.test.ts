import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type TestExchange, testExchange } from '../../test/reference-exchange.ts';
import { exchangeCustomerId, findExchangeCustomer } from '../accounts/index.ts';
import type { Context } from '../audit/index.ts';
import { type Database, EventBus } from '../db/index.ts';
import { clockAt, hourMs, systemClock } from '../std/index.ts';
import { acceptHandover, type HandoverSigner } from './index.ts';

let running: TestExchange;
let database: Database;
let context: Context;
let issuer: HandoverSigner;
beforeAll(async () => {
  running = await testExchange();
  ({ database } = await testDatabase());
  const actor = { kind: 'system', id: 'http' } as const;
  context = { database, clock: systemClock, bus: new EventBus([]), actor };
  issuer = { issuer: running.issuer, keys: running.handoverKeys };
});
afterAll(async () => {
  await database.destroy();
  await running.stop();
});

describe('the log-in of the reference exchange', () => {
  test('hands a customer over: with a row, a language, and a session', async () => {
    const accepted = await acceptHandover(context, issuer, await running.login('ex-1003'));
    if (!accepted.ok) throw new Error(accepted.code);
    const { customer, opened } = accepted.value;
    expect(customer).toMatchObject({ exchangeId: 'ex-1003', language: 'ko' });
    expect(opened.session.actor).toEqual({ kind: 'customer', id: customer.id });
    const again = await acceptHandover(context, issuer, await running.login('ex-1003'));
    expect(again.ok && again.value.customer).toEqual(customer);
  });

  test('works once, also when it arrives five times at once', async () => {
    const token = await running.login('ex-1001');
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map(() => acceptHandover(context, issuer, token)),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.code === 'handover_used')).toHaveLength(4);
    const sessions = await database
      .selectFrom('sessions')
      .innerJoin('customers', 'customers.id', 'sessions.customer_id')
      .select('token_hash')
      .where('exchange_id', '=', 'ex-1001')
      .execute();
    expect(sessions).toHaveLength(1);
  });

  test('a refused one leaves nothing', async () => {
    const token = await running.login('ex-1005');
    const late = clockAt(new Date(systemClock.now().getTime() + hourMs).toISOString());
    expect(await acceptHandover({ ...context, clock: late }, issuer, token)).toMatchObject({
      code: 'handover_expired',
    });
    const unknown = { ...issuer, issuer: 'https://other.example' };
    expect(await acceptHandover(context, unknown, token)).toMatchObject({
      code: 'handover_invalid',
    });
    expect(await findExchangeCustomer(database, exchangeCustomerId('ex-1005'))).toBeNull();
  });
});
