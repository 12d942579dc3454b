import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import { type Clock, newId } from '../std/index.ts';
import type { CustomerId } from './account.ts';
import type { AccountRecord } from './source.ts';

type Of<Kind extends AccountRecord['kind']> = Extract<AccountRecord, { kind: Kind }>;

/**
 * Writes one page of the exchange's records, in three statements whatever its length. A record that
 * we already have in that revision, or in a later one, changes nothing: reading a page twice is safe.
 */
export async function storeRecords(
  tx: Tx,
  clock: Clock,
  records: readonly AccountRecord[],
): Promise<void> {
  const newest = newestOf(records);
  const addresses = ofKind(newest, 'address');
  await storeCustomers(tx, clock, ofKind(newest, 'customer'), addresses);
  await storeDepositAddresses(tx, addresses);
  await storeOwnAddresses(tx, ofKind(newest, 'own_address'));
}

/**
 * The first record that gives an issue to another address or customer than before, if any. The
 * exchange may end an issue, never hand it on: a page that does is not stored at all.
 */
export async function reassignedIssue(
  tx: Tx,
  records: readonly AccountRecord[],
): Promise<string | null> {
  const newest = newestOf(records);
  const given = rowset([...ofKind(newest, 'address'), ...ofKind(newest, 'own_address')]);
  const { rows } = await sql<{ issue: string }>`
    with given as (select * from ${given} as g(network text, issue text, address text, customer text))
    select g.issue from given g
      join deposit_addresses d on d.network = g.network and d.issue = g.issue
      join customers c on c.id = d.customer_id
      where d.address <> g.address or c.exchange_id is distinct from g.customer
    union all
    select g.issue from given g
      join own_addresses o on o.network = g.network and o.issue = g.issue
      where o.address <> g.address or g.customer is not null
    limit 1`.execute(tx);
  return rows[0]?.issue ?? null;
}

async function storeCustomers(
  tx: Tx,
  clock: Clock,
  customers: readonly Of<'customer'>[],
  addresses: readonly Of<'address'>[],
): Promise<void> {
  const named = new Set(customers.map((one) => one.customer));
  const unnamed = new Set(addresses.map((one) => one.customer).filter((id) => !named.has(id)));
  const given = [
    ...customers,
    // An address may come before its customer's own record does.
    ...[...unnamed].map((customer) => ({ customer, language: 'und', revision: 0n })),
  ].map((one) => ({ ...one, id: newId<CustomerId>() }));
  if (given.length === 0) return;
  await sql`
    insert into customers (id, exchange_id, language, revision, created_at)
    select id, customer, language, revision, ${clock.now()}
      from ${rowset(given)} as g(id text, customer text, language text, revision bigint)
      order by customer
    on conflict (exchange_id) do update
      set language = excluded.language, revision = excluded.revision
      where customers.revision < excluded.revision`.execute(tx);
}

async function storeDepositAddresses(tx: Tx, records: readonly Of<'address'>[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    insert into deposit_addresses
      (network, address, issue, customer_id, assets, control, valid_from, valid_to, revision)
    select g.network, g.address, g.issue, c.id, nullif(g.assets, 'null'::jsonb), g.control,
      (g.valid ->> 'from')::timestamptz, (g.valid ->> 'to')::timestamptz, g.revision
      from ${rowset(records)} as g(network text, address text, issue text, customer text,
        assets jsonb, control jsonb, valid jsonb, revision bigint)
      join customers c on c.exchange_id = g.customer
    on conflict (network, issue) do update
      set assets = excluded.assets, control = excluded.control, valid_from = excluded.valid_from,
        valid_to = excluded.valid_to, revision = excluded.revision
      where deposit_addresses.revision < excluded.revision`.execute(tx);
}

async function storeOwnAddresses(tx: Tx, records: readonly Of<'own_address'>[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    insert into own_addresses
      (network, address, issue, purpose, control, valid_from, valid_to, revision)
    select g.network, g.address, g.issue, g.purpose, g.control,
      (g.valid ->> 'from')::timestamptz, (g.valid ->> 'to')::timestamptz, g.revision
      from ${rowset(records)} as g(network text, address text, issue text, purpose text,
        control jsonb, valid jsonb, revision bigint)
    on conflict (network, issue) do update
      set purpose = excluded.purpose, control = excluded.control, valid_from = excluded.valid_from,
        valid_to = excluded.valid_to, revision = excluded.revision
      where own_addresses.revision < excluded.revision`.execute(tx);
}

/** The last revision of each record, should a page hold one twice. */
function newestOf(records: readonly AccountRecord[]): AccountRecord[] {
  const byKey = new Map<string, AccountRecord>();
  for (const one of records) {
    const key = one.kind === 'customer' ? one.customer : `${one.network} ${one.issue}`;
    const known = byKey.get(`${one.kind} ${key}`);
    if (!known || known.revision < one.revision) byKey.set(`${one.kind} ${key}`, one);
  }
  return [...byKey.values()];
}

function ofKind<Kind extends AccountRecord['kind']>(
  records: readonly AccountRecord[],
  kind: Kind,
): Of<Kind>[] {
  return records.filter((one): one is Of<Kind> => one.kind === kind);
}

/** Rows handed over as one JSON parameter: 10,000 of them would not fit as single ones. */
function rowset(rows: readonly object[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return sql`jsonb_to_recordset(${text}::jsonb)`;
}
