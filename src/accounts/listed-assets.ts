import type { Selectable } from 'kysely';
import type { Database, Schema, Tx } from '../db/index.ts';
import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import { fromStoredJson } from '../std/index.ts';
import { type Interval, isWithin, type ListedAsset } from './account.ts';

/**
 * The assets listed at a time, with the terms of that time. What has dates of its own (minimums,
 * closed intervals, former contracts) is taken from all that the exchange has said until now: a
 * closure is often told after it began.
 */
export async function listedAssets(database: Database | Tx, at: Date): Promise<ListedAsset[]> {
  const rows = await database
    .selectFrom('listed_assets')
    .selectAll()
    .orderBy('asset')
    .orderBy('valid_from')
    .execute();
  const byAsset = Map.groupBy(rows, (row) => row.asset);
  return [...byAsset.values()].flatMap((versions) => {
    const then = versions.find((one) => isWithin({ from: one.valid_from, to: one.valid_to }, at));
    return then ? [listedAssetOf(then, versions)] : [];
  });
}

type Row = Selectable<Schema['listed_assets']>;

function listedAssetOf(row: Row, versions: readonly Row[]): ListedAsset {
  const latest = versions.at(-1) ?? row;
  return {
    asset: row.asset as AssetId,
    network: row.network as NetworkId,
    symbol: row.symbol,
    decimals: row.decimals,
    minimumUnits: row.minimum_units,
    minimums: versions.map((one) => ({ from: one.valid_from, units: one.minimum_units })),
    withdrawalFeeUnits: row.withdrawal_fee_units,
    suspended: fromStoredJson<Interval[]>(latest.suspended),
    formerContracts: latest.former_contracts as Address[],
    valid: { from: row.valid_from, to: row.valid_to },
  };
}
