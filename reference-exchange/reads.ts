import type { Config, Listing } from './config.ts';
import type { IssuedAddress } from './seed.ts';
import { Refused, type Store } from './store.ts';

interface RecordRow {
  readonly revision: number;
  readonly body: string;
}

/** The calls of the contract that only tell. */
export function reads(store: Store, config: Config) {
  const recordOf = (row: RecordRow) => ({
    ...JSON.parse(row.body),
    revision: String(row.revision),
  });

  /**
   * One page of records in the order of their last change. Both the bulk read and the changes are
   * this walk, so a record that changes while the bulk is read is met once more, further on.
   */
  const page = (after: string) => {
    if (!/^\d{1,15}$/.test(after)) throw new Refused('malformed_request');
    const rows = store.all<RecordRow>(
      'select revision, body from records where revision > ? order by revision limit ?',
      Number(after),
      config.pageRows + 1,
    );
    const shown = rows.slice(0, config.pageRows);
    return {
      records: shown.map(recordOf),
      cursor: String(shown.at(-1)?.revision ?? after),
      more: rows.length > shown.length,
    };
  };

  return {
    ownersOf: (address: string) => {
      const bodies = store.all<{ body: string }>(
        "select body from records where body ->> 'address' = ? order by revision",
        address,
      );
      const rows = bodies.map((row) => JSON.parse(row.body) as IssuedAddress & { kind: string });
      const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);
      return { issued: ofKind('address'), own: ofKind('own_address') };
    },

    creditsOf: (network: string, hash: string) => ({
      credits: store.all(
        `select id, transfer_key as transferKey, customer, asset, units, at, made_by as by
           from credits where transfer_key like ? || '/%' order by at, id`,
        `${network}/${hash}`,
      ),
    }),

    customer: (customer: string) => {
      const row = store.one<{ body: string }>(
        'select body from people where customer = ?',
        customer,
      );
      if (!row) throw new Refused('customer_unknown');
      const held = store.all<{ what: string }>(
        'select what from restrictions where customer = ? and lifted_at is null',
        customer,
      );
      return {
        ...JSON.parse(row.body),
        restricted: [...new Set(held.flatMap(({ what }) => JSON.parse(what) as string[]))],
        balances: store.all(
          'select asset, units from balances where customer = ? order by asset',
          customer,
        ),
      };
    },

    accounts: (cursor: string | undefined) => {
      const { records, cursor: next, more } = page(cursor ?? '0');
      return { records, next: more ? next : null, changesSince: next };
    },

    changes: (since: string | undefined) => page(since ?? ''),

    assets: () => ({ assets: listings(store).map(({ prices: _, ...shown }) => shown) }),

    rates: (asset: string | undefined) => {
      const found = listings(store).find((one) => one.asset === asset);
      if (!found) throw new Refused('asset_unknown');
      const at = new Date().toISOString();
      const source = 'reference exchange';
      const prices = Object.entries(found.prices);
      return { prices: prices.map(([currency, price]) => ({ currency, price, at, source })) };
    },
  };
}

/** The assets as they are listed now. */
export function listings(store: Store): Listing[] {
  return store
    .all<{ body: string }>('select body from assets order by asset')
    .map((row) => JSON.parse(row.body) as Listing);
}
