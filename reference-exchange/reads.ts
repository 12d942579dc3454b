import type { Config, Listing } from './config.ts';
import type { IssuedAddress } from './seed.ts';
import { Refused, type Store } from './store.ts';

/** The calls of the contract that only tell. */

/** Whom an address belongs or ever belonged to. */
export function ownersOf(store: Store, address: string) {
  const query = "select body from records where body ->> 'address' = ? order by revision";
  const rows = store
    .all<{ body: string }>(query, address)
    .map((row) => JSON.parse(row.body) as IssuedAddress & { kind: string });
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);
  return { issued: ofKind('address'), own: ofKind('own_address') };
}

/** What was credited for a transaction, transfer by transfer. */
export function creditsOf(store: Store, network: string, hash: string) {
  const query = `
    select id, transfer_key as transferKey, customer, asset, units, at, made_by as by
      from credits where transfer_key like ? || '/%' order by at, id`;
  return { credits: store.all(query, `${network}/${hash}`) };
}

/** A customer's personal data, balances and restrictions. */
export function customerOf(store: Store, customer: string) {
  const row = store.one<{ body: string }>('select body from people where customer = ?', customer);
  if (!row) throw new Refused('customer_unknown');
  const held = store.all<{ what: string }>(
    'select what from restrictions where customer = ? and lifted_at is null',
    customer,
  );
  const balances = 'select asset, units from balances where customer = ? order by asset';
  return {
    ...JSON.parse(row.body),
    restricted: [...new Set(held.flatMap(({ what }) => JSON.parse(what) as string[]))],
    balances: store.all(balances, customer),
  };
}

/** Everything, page by page. */
export function accounts(store: Store, config: Config, cursor: string | undefined) {
  const { records, cursor: last, more } = recordsAfter(store, config, cursor ?? '0');
  return { records, next: more ? last : null, changesSince: last };
}

/** What changed since a cursor. */
export function changes(store: Store, config: Config, since: string | undefined) {
  return recordsAfter(store, config, since ?? '');
}

/**
 * One page of records in the order of their last change. Both the bulk read and the changes are this
 * walk, so a record that changes while the bulk is read is met once more, further on.
 */
function recordsAfter(store: Store, config: Config, after: string) {
  if (!/^\d{1,15}$/.test(after)) throw new Refused('malformed_request');
  const rows = store.all<{ revision: number; body: string }>(
    'select revision, body from records where revision > ? order by revision limit ?',
    Number(after),
    config.pageRows + 1,
  );
  const shown = rows.slice(0, config.pageRows);
  return {
    records: shown.map((row) => ({ ...JSON.parse(row.body), revision: String(row.revision) })),
    cursor: String(shown.at(-1)?.revision ?? after),
    more: rows.length > shown.length,
  };
}

/** The listing, as the contract shows it: without prices. */
export function assets(store: Store) {
  return { assets: listings(store).map(({ prices: _, ...shown }) => shown) };
}

/** What one whole unit is worth, now. */
export function rates(store: Store, asset: string | undefined) {
  const found = listings(store).find((one) => one.asset === asset);
  if (!found) throw new Refused('asset_unknown');
  const about = { at: new Date().toISOString(), source: 'reference exchange' };
  const prices = Object.entries(found.prices);
  return { prices: prices.map(([currency, price]) => ({ currency, price, ...about })) };
}

/** The assets as they are listed now. */
export function listings(store: Store): Listing[] {
  return store
    .all<{ body: string }>('select body from assets order by asset')
    .map((row) => JSON.parse(row.body) as Listing);
}
