import type { Selectable } from 'kysely';
import type { Schema, Tx } from '../db/index.ts';
import { takeTurn } from '../jobs/index.ts';
import { assetParts } from '../networks/index.ts';
import { type Clock, canonicalJson, type Json, later, toStoredJson } from '../std/index.ts';
import type { AssetTerms } from './source.ts';

/**
 * Keeps the exchange's listing, version after version. What has not changed writes nothing, so that
 * it may be called as often as one likes. An asset that the exchange no longer names at all is left
 * as it is: silence is not a delisting.
 */
export async function storeAssets(
  tx: Tx,
  clock: Clock,
  terms: readonly AssetTerms[],
): Promise<number> {
  const different = await differentOf(tx, terms);
  if (different.length === 0) return 0;
  // Whoever waited here finds the change stored, and writes nothing.
  await takeTurn(tx, 'accounts.storeAssets');
  let changed = 0;
  for (const one of different) {
    if (await storeAsset(tx, clock, one)) changed += 1;
  }
  return changed;
}

/**
 * The terms that are not the newest that we have, by one read of all: the listing is asked for before
 * every diagnosis, and hardly ever differs.
 */
async function differentOf(tx: Tx, terms: readonly AssetTerms[]): Promise<AssetTerms[]> {
  const rows = await tx
    .selectFrom('listed_assets')
    .distinctOn('asset')
    .selectAll()
    .orderBy('asset')
    .orderBy('valid_from', 'desc')
    .execute();
  const newest = new Map(rows.map((row) => [row.asset, row]));
  return terms.filter((one) => {
    const parts = assetParts(one.asset);
    const last = newest.get(one.asset);
    if (!parts || !last) return parts !== null;
    const same = sameTerms(last, rowOf(one, parts.network)) && sameEnd(last, one);
    return !same || isRelisted(last, one);
  });
}

type Stored = Selectable<Schema['listed_assets']>;

function sameEnd(last: Stored, { listed }: AssetTerms): boolean {
  return (last.valid_to?.getTime() ?? null) === (listed.to?.getTime() ?? null);
}

function isRelisted(last: Stored, { listed }: AssetTerms): boolean {
  return last.valid_to !== null && listed.from >= last.valid_to;
}

async function storeAsset(tx: Tx, clock: Clock, terms: AssetTerms): Promise<boolean> {
  const parts = assetParts(terms.asset);
  // National currencies are listed too, but nothing of them arrives on a chain.
  if (!parts) return false;
  const row = rowOf(terms, parts.network);
  const last = await tx
    .selectFrom('listed_assets')
    .selectAll()
    .where('asset', '=', terms.asset)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!last) {
    await insert(tx, { ...row, valid_from: terms.listed.from, valid_to: terms.listed.to });
    return true;
  }
  const endIsKept = sameEnd(last, terms);
  const relisted = isRelisted(last, terms);
  // A version lasts a moment at least, also when two changes are read in the same millisecond.
  const now = new Date(Math.max(clock.now().getTime(), later(last.valid_from, 1).getTime()));
  const ended = terms.listed.to !== null && terms.listed.to <= now;
  if (!relisted && (ended || sameTerms(last, row))) {
    if (!endIsKept) await endLast(tx, last, terms.listed.to);
    return !endIsKept;
  }
  const from = relisted ? terms.listed.from : now;
  if (!relisted) await endLast(tx, last, from);
  await insert(tx, { ...row, valid_from: from, valid_to: afterOrNull(terms.listed.to, from) });
  return true;
}

/** An end that lies before the version began can't be kept; the version ends a moment after it. */
function afterOrNull(end: Date | null, from: Date): Date | null {
  return end === null || end > from ? end : later(from, 1);
}

type Terms = ReturnType<typeof rowOf>;

function rowOf(terms: AssetTerms, network: string) {
  return {
    asset: terms.asset as string,
    network,
    symbol: terms.symbol,
    decimals: terms.decimals,
    minimum_units: terms.minimumUnits,
    withdrawal_fee_units: terms.withdrawalFeeUnits,
    suspended: toStoredJson(terms.suspended),
    former_contracts: toStoredJson(terms.formerContracts),
  };
}

function sameTerms(
  last: Omit<Terms, 'suspended' | 'former_contracts'> & {
    suspended: unknown;
    former_contracts: unknown;
  },
  row: Terms,
): boolean {
  return (
    last.symbol === row.symbol &&
    last.decimals === row.decimals &&
    last.minimum_units === row.minimum_units &&
    last.withdrawal_fee_units === row.withdrawal_fee_units &&
    sameJson(last.suspended, row.suspended) &&
    sameJson(last.former_contracts, row.former_contracts)
  );
}

/** The database keeps the keys of an object in an order of its own. */
function sameJson(stored: unknown, text: string): boolean {
  return canonicalJson(stored as Json) === canonicalJson(JSON.parse(text) as Json);
}

async function insert(tx: Tx, row: Terms & { valid_from: Date; valid_to: Date | null }) {
  await tx.insertInto('listed_assets').values(row).execute();
}

async function endLast(tx: Tx, last: { asset: string; valid_from: Date }, at: Date | null) {
  await tx
    .updateTable('listed_assets')
    .set({ valid_to: afterOrNull(at, last.valid_from) })
    .where('asset', '=', last.asset)
    .where('valid_from', '=', last.valid_from)
    .execute();
}
