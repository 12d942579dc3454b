import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type Amount, type AssetId, amount } from '../money/index.ts';
import { type NetworkId, networkById } from '../networks/index.ts';
import { type ClaimState, claimStates, type Turn } from '../recovery/index.ts';
import type { ActSituation } from './acts.ts';
import { maskedCustomer } from './masked-customer.ts';
import { type NextAct, nextActFor } from './next-act.ts';
import { type ShownAsset, shownAmount } from './shown-amount.ts';
import { type StaffName, staffNames } from './staff-names.ts';
import { type Language, whatHappened } from './what-words.ts';
import { conditionsOf, restingStates, statesOf, type WorklistFilter } from './worklist-filter.ts';

/** By which the list is in order. */
export const worklistSorts = ['due', 'value', 'age'] as const;
/** One of these orders. */
export type WorklistSort = (typeof worklistSorts)[number];

/** One line of the worklist: what happened, what it is about, and what is next. */
export interface WorklistRow {
  readonly number: string;
  readonly version: number;
  readonly what: string;
  readonly code: string | null;
  readonly amount: Amount | null;
  readonly asset: ShownAsset;
  /** In yen, as of the quote; null where nobody has a price. */
  readonly worthYen: bigint | null;
  readonly network: { readonly id: NetworkId; readonly label: string } | null;
  readonly state: ClaimState;
  readonly turn: Turn;
  readonly next: NextAct;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly owner: StaffName | null;
  readonly snoozedUntil: Date | null;
  readonly waitsFor: string | null;
  readonly customer: string;
  readonly cluster: string | null;
  /** Open cases of the same cause, asset and network, this one not counted. */
  readonly siblings: number;
  /** How many people have approved the plan that waits. */
  readonly approvals: number;
  /** Where the next page begins. */
  readonly place: string;
}

/** What the list is asked for. */
export interface WorklistQuery extends WorklistFilter {
  readonly sort: WorklistSort;
  /** `place` of the last row seen. */
  readonly after: string | null;
  readonly limit: number;
}

/** Who reads, when, and in which language. */
export interface Reader {
  readonly actor: Actor;
  readonly now: Date;
  readonly language: Language;
}

/** A page of the worklist, by risk of missing an hour unless asked otherwise. */
export async function readWorklist(
  database: Database,
  reader: Reader,
  query: WorklistQuery,
): Promise<WorklistRow[]> {
  const rows = await findRows(database, reader, query);
  const [names, approvals, siblings] = await Promise.all([
    staffNames(
      database,
      rows.map((row) => row.owner),
    ),
    approversOf(
      database,
      rows.map((row) => row.plan_digest),
    ),
    openInClusters(
      database,
      rows.map((row) => row.cluster),
    ),
  ]);
  return rows.map((row) => {
    const approvedBy = approvals.get(row.plan_digest ?? '') ?? [];
    return {
      ...shownRow(row, reader, approvedBy),
      owner: row.owner === null ? null : (names.get(row.owner) ?? null),
      siblings: Math.max(0, (siblings.get(row.cluster ?? '') ?? 0) - 1),
      approvals: approvedBy.length,
      place: placeOf(row, query.sort),
    };
  });
}

type FoundRow = Awaited<ReturnType<typeof findRows>>[number];

function findRows(database: Database, { actor, now }: Reader, query: WorklistQuery) {
  const states = statesOf(query);
  const [first, second] = orders[query.sort];
  const last = query.after === null ? null : readPlace(query.after);
  // The order is found on the narrow index; only the rows of the page are read whole.
  let page = database
    .selectFrom('claims')
    .innerJoin('cases', 'cases.number', 'claims.number')
    .select('claims.number')
    .select([sql<unknown>`${first}`.as('place_first'), sql<Date>`${second}`.as('place_second')])
    .where((on) => on.and(conditionsOf(on as never, query, actor, now)))
    .orderBy(sql`${first}`)
    .orderBy(sql`${second}`)
    .orderBy('claims.number')
    .limit(query.limit);
  // An empty list of states would be no condition at all.
  page = states.length > 0 ? page.where('state', 'in', states) : page.where(sql<boolean>`false`);
  if (last) {
    page = page.where(
      sql<boolean>`(${first}, ${second}, claims.number) > (${last.first}, ${last.second}, ${last.number})`,
    );
  }
  return database
    .with('page', () => page)
    .selectFrom('page')
    .innerJoin('claims', 'claims.number', 'page.number')
    .innerJoin('cases', 'cases.number', 'page.number')
    .select(['claims.number', 'claims.version', 'state', 'network', 'reason_code', 'cluster'])
    .select(['found_asset', 'found_units', 'found_symbol', 'found_decimals', 'worth_yen'])
    .select(['claims.customer_id', 'promised_at', 'created_at', 'updated_at', 'involved'])
    .select(['plan_digest', 'owner', 'snoozed_until', 'waits_for', 'place_first', 'place_second'])
    .orderBy('place_first')
    .orderBy('place_second')
    .orderBy('claims.number')
    .execute();
}

/** What never comes, for rows without an hour to miss. */
const never = new Date('9999-12-31T00:00:00.000Z');
const resting = sql.join(restingStates.map((state) => sql.lit(state)));
const dueAt = sql`case when claims.state in (${resting}) or claims.promised_at is null
  then ${sql.lit(never.toISOString())}::timestamptz else claims.promised_at end`;

const orders: Readonly<Record<WorklistSort, readonly [RawBuilder<unknown>, RawBuilder<unknown>]>> =
  {
    due: [dueAt, sql`claims.created_at`],
    value: [sql`-coalesce(claims.worth_yen, -1)`, sql`claims.created_at`],
    age: [sql`claims.created_at`, sql`claims.created_at`],
  };

function placeOf(row: FoundRow, sort: WorklistSort): string {
  const first =
    sort === 'value' ? String(row.place_first) : (row.place_first as Date).toISOString();
  const place = [sort, first, row.place_second.toISOString(), row.number];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

interface Place {
  readonly first: unknown;
  readonly second: Date;
  readonly number: string;
}

/** Null for a text that no page gave out: the list then begins at its beginning. */
export function readPlace(text: string): Place | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 4) return null;
    const [sort, first, second, number] = parts.map(String);
    const [at, created] = [new Date(first ?? ''), new Date(second ?? '')];
    if (Number.isNaN(created.getTime()) || !/^[\w-]{1,40}$/.test(number ?? '')) return null;
    if (sort === 'value') {
      return /^-?\d{1,78}$/.test(first ?? '')
        ? { first: BigInt(first ?? 0), second: created, number: number ?? '' }
        : null;
    }
    return Number.isNaN(at.getTime()) ? null : { first: at, second: created, number: number ?? '' };
  } catch {
    return null;
  }
}

function shownRow(row: FoundRow, reader: Reader, approvedBy: readonly string[]) {
  const { language, actor } = reader;
  const state = row.state as ClaimState;
  const asset = { symbol: row.found_symbol, decimals: row.found_decimals };
  const found =
    row.found_asset !== null && row.found_units !== null
      ? amount(row.found_asset as AssetId, row.found_units)
      : null;
  const network = row.network as NetworkId | null;
  const label = network && networkById(network).label[language];
  const { involved, owner } = row;
  const situation: ActSituation = { state, involved, approvedBy, hasDiagnosis: true, owner };
  const text = found && shownAmount(found, asset);
  return {
    number: row.number,
    version: row.version,
    what: whatHappened(row.reason_code, { amount: text, network: label }, language),
    code: row.reason_code,
    amount: found,
    asset,
    worthYen: row.worth_yen,
    network: network && label ? { id: network, label } : null,
    state,
    turn: claimStates[state].turn,
    next: nextActFor(actor, situation, language),
    dueAt: row.promised_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    snoozedUntil: row.snoozed_until,
    waitsFor: row.waits_for,
    customer: maskedCustomer(row.customer_id),
    cluster: row.cluster,
  };
}

/** Who has approved each of these plans. */
async function approversOf(
  database: Database,
  digests: readonly (string | null)[],
): Promise<ReadonlyMap<string, string[]>> {
  const wanted = digests.flatMap((digest) => digest ?? []);
  if (wanted.length === 0) return new Map();
  const rows = await database
    .selectFrom('approvals')
    .select(['plan_digest', 'approver'])
    .where('plan_digest', 'in', wanted)
    .where('decision', '=', 'approved')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.plan_digest);
  return new Map([...grouped].map(([digest, of]) => [digest, of.map((row) => row.approver)]));
}

async function openInClusters(
  database: Database,
  clusters: readonly (string | null)[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(clusters.flatMap((cluster) => cluster ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await database
    .selectFrom('claims')
    .select(['cluster', (on) => on.fn.countAll<bigint>().as('claims')])
    .where('cluster', 'in', wanted)
    .where('state', 'not in', [...restingStates])
    .groupBy('cluster')
    .execute();
  return new Map(rows.map((row) => [row.cluster ?? '', Number(row.claims)]));
}
