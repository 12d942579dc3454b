import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/postgres.ts';
import { type TestExchange, testExchange } from '../../test/reference-exchange.ts';
import { type CustomerId, ensureCustomer, exchangeCustomerId } from '../accounts/index.ts';
import type { Actor, Context } from '../audit/index.ts';
import { type Database, EventBus, inTransaction } from '../db/index.ts';
import { systemClock } from '../std/index.ts';
import { revealCustomer } from './index.ts';

let running: TestExchange;
let database: Database;
let aiko: CustomerId;
beforeAll(async () => {
  running = await testExchange();
  ({ database } = await testDatabase());
  const given = { exchangeId: exchangeCustomerId('ex-1000'), language: 'ja' };
  aiko = (await inTransaction(database, (tx) => ensureCustomer(tx, systemClock, given))).id;
});
afterAll(async () => {
  await database.destroy();
  await running.stop();
});

const looks = () =>
  database
    .selectFrom('audit_entries')
    .selectAll()
    .where('action', '=', 'exchange.revealCustomer')
    .execute();
const look = (actor: Actor, reason = 'She is on the telephone', customer = aiko) => {
  const context: Context = { database, clock: systemClock, bus: new EventBus([]), actor };
  const input = { customer, caseNumber: 'R-26-000001', reason };
  return revealCustomer(context, running.client(), input);
};
const support: Actor = { kind: 'staff', id: 'sato', roles: ['support'] };

test('invariant 7: every look at personal data is on record, also one that failed', async () => {
  expect(await look(support)).toMatchObject({ ok: true, value: { name: '田中 愛子' } });
  await running.kill();
  expect(await look(support)).toMatchObject({ code: 'exchange_unreachable' });
  await running.start();
  const entries = await looks();
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({ actor_id: 'sato', subject: aiko });
  expect(JSON.stringify(entries)).not.toContain('田中');
});

test('a reason of any characters is kept as text', async () => {
  expect(await look(support, 'half \ud800, nothing \u0000, two\nlines')).toMatchObject({
    ok: true,
  });
  expect((await looks()).at(-1)?.details).toMatchObject({
    reason: 'half \ufffd, nothing  , two lines',
  });
});

test('nobody looks without a role, a reason, or a customer', async () => {
  const before = (await looks()).length;
  const auditor: Actor = { kind: 'staff', id: 'kato', roles: ['auditor'] };
  expect(await look(auditor)).toMatchObject({ code: 'not_permitted' });
  expect(await look({ kind: 'customer', id: aiko })).toMatchObject({ code: 'not_permitted' });
  expect(await look(support, ' \n')).toMatchObject({ code: 'reveal_without_reason' });
  expect(await look(support, 'x'.repeat(501))).toMatchObject({ code: 'reveal_without_reason' });
  expect(await look(support, 'a reason', 'nobody' as CustomerId)).toMatchObject({
    code: 'exchange_customer_unknown',
  });
  expect(await looks()).toHaveLength(before);
});
