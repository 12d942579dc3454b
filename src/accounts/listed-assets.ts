import type { Selectable } from 'kysely';
import type { Database, Schema, Tx } from '../db/index.ts';
import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import { fromStoredJson } from '../std/index.ts';
import type { Interval, ListedAsset } from './account.ts';

/**
 * The assets listed at a time, with the terms of that time. What has dates of its own (closed
 * intervals, former contracts) is taken from the latest word of the exchange: a closure is often told
 * after it began.
 */
export async function listedAssets(database: Database | Tx, at: Date): Promise<ListedAsset[]> {
  const rows = await database
    .selectFrom('listed_assets')
    .selectAll()
    .distinctOn('asset')
    .where('valid_from', '<=', at)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', at)]))
    .orderBy('asset')
    .orderBy('valid_from', 'desc')
    .execute();
  const latest = await latestVersions(database);
  return rows.map((row) => listedAssetOf(row, latest.get(row.asset) ?? row));
}

/** One asset with its terms at a time; null when it was not listed then. */
export async function listedAsset(
  database: Database | Tx,
  asset: AssetId,
  at: Date,
): Promise<ListedAsset | null> {
  return (await listedAssets(database, at)).find((one) => one.asset === asset) ?? null;
}

type Row = Selectable<Schema['listed_assets']>;

async function latestVersions(database: Database | Tx): Promise<ReadonlyMap<string, Row>> {
  const rows = await database
    .selectFrom('listed_assets')
    .selectAll()
    .distinctOn('asset')
    .orderBy('asset')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.asset, row]));
}

function listedAssetOf(row: Row, latest: Row): ListedAsset {
  return {
    asset: row.asset as AssetId,
    network: row.network as NetworkId,
    symbol: row.symbol,
    decimals: row.decimals,
    minimumUnits: row.minimum_units,
    withdrawalFeeUnits: row.withdrawal_fee_units,
    suspended: fromStoredJson<Interval[]>(latest.suspended),
    formerContracts: latest.former_contracts as Address[],
    valid: { from: row.valid_from, to: row.valid_to },
  };
}
