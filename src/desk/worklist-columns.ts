import { sql } from 'kysely';
import type { Database } from '../db/index.ts';
import { type Amount, type AssetId, amount } from '../money/index.ts';
import { type NetworkId, networkById } from '../networks/index.ts';
import { type ClaimState, claimStates } from '../recovery/index.ts';
import { dayMs, later } from '../std/index.ts';
import { type NextAct, nextActFor } from './next-act.ts';
import type { Reader } from './read-worklist.ts';
import type { ShownAsset } from './shown-amount.ts';
import { whatHappened } from './what-words.ts';
import { isMine, restingStates } from './worklist-filter.ts';

/** Where cases wait: whose turn it is, and what of the desk's own. */
export const columnIds = [
  'mine',
  'approvals',
  'customer',
  'network',
  'kaeru',
  'desk',
  'held',
  'snoozed',
  'kept',
  'closed',
] as const;
/** The name of a column, stable. */
export type ColumnId = (typeof columnIds)[number];

/** How many wait there, since when the oldest, and whether one has missed its hour. */
export interface WorklistColumn {
  readonly id: ColumnId;
  readonly count: number;
  readonly oldestAt: Date | null;
  readonly alarm: boolean;
}

interface Counted extends Omit<WorklistColumn, 'id' | 'alarm'> {
  readonly state: ClaimState;
  readonly asleep: boolean;
  readonly late: boolean;
  /** Of these, what this reader could move on. */
  readonly mine: Omit<WorklistColumn, 'id'>;
}

/** Counts every column at once: what waits for others is out of sight, and counted. */
export async function worklistColumns(
  database: Database,
  reader: Reader,
): Promise<WorklistColumn[]> {
  const counted = await countStates(database, reader);
  return columnIds.map((id) =>
    id === 'mine'
      ? added(
          id,
          counted.filter(({ asleep }) => !asleep).map(({ mine }) => mine),
        )
      : added(id, counted.filter((one) => columnFor(one) === id).map(alarming)),
  );
}

function added(id: ColumnId, parts: readonly Omit<WorklistColumn, 'id'>[]): WorklistColumn {
  const oldest = parts.flatMap(({ oldestAt }) => oldestAt?.getTime() ?? []);
  return {
    id,
    count: parts.reduce((sum, part) => sum + part.count, 0),
    oldestAt: oldest.length > 0 ? new Date(Math.min(...oldest)) : null,
    alarm: parts.some(({ alarm }) => alarm),
  };
}

function alarming({ state, count, oldestAt, late }: Counted): Omit<WorklistColumn, 'id'> {
  return { count, oldestAt, alarm: late && !restingStates.includes(state) };
}

function columnFor({ state, asleep }: Counted): ColumnId {
  if (state === 'kept') return 'kept';
  if (restingStates.includes(state)) return 'closed';
  if (asleep) return 'snoozed';
  if (state === 'held') return 'held';
  if (state === 'approving') return 'approvals';
  const { turn } = claimStates[state];
  return turn === 'nobody' ? 'closed' : turn;
}

const openStates = (Object.keys(claimStates) as ClaimState[]).filter(
  (state) => state === 'kept' || !restingStates.includes(state),
);
const closedStates = restingStates.filter((state) => state !== 'kept');

/** Closed ones of the last day alone: the list of all that ever were is no column. */
async function countStates(database: Database, { actor, now }: Reader): Promise<Counted[]> {
  const rows = await database
    .selectFrom((on) =>
      on
        .selectFrom('claims')
        .innerJoin('cases', 'cases.number', 'claims.number')
        .select((one) => [
          'state',
          'updated_at',
          sql<boolean>`coalesce(cases.snoozed_until > ${now}, false)`.as('asleep'),
          sql<boolean>`promised_at < ${now}`.as('late'),
          sql<boolean>`${isMine(one as never, actor)}`.as('mine'),
        ])
        .where((one) =>
          one.or([
            one('state', 'in', openStates),
            one.and([one('state', 'in', closedStates), one('updated_at', '>', later(now, -dayMs))]),
          ]),
        )
        .as('shown'),
    )
    .select((on) => [
      'state',
      'asleep',
      on.fn.countAll<bigint>().as('count'),
      on.fn.min('updated_at').as('oldest'),
      sql<boolean | null>`bool_or(late)`.as('late'),
      sql<bigint>`count(*) filter (where mine)`.as('mine'),
      sql<Date | null>`min(updated_at) filter (where mine)`.as('oldest_mine'),
      sql<boolean | null>`bool_or(late) filter (where mine)`.as('late_mine'),
    ])
    .groupBy(['state', 'asleep'])
    .execute();
  return rows.map((row) => ({
    state: row.state as ClaimState,
    asleep: row.asleep,
    count: Number(row.count),
    oldestAt: row.oldest,
    late: row.late ?? false,
    mine: { count: Number(row.mine), oldestAt: row.oldest_mine, alarm: row.late_mine ?? false },
  }));
}

/** Cases of one cause, asset and network that wait for the same act. */
export interface WorklistCluster {
  readonly key: string;
  readonly state: ClaimState;
  readonly what: string;
  readonly count: number;
  readonly total: Amount | null;
  readonly asset: ShownAsset;
  readonly oldestAt: Date;
  readonly next: NextAct;
}

const clusterMin = 2;
const clustersMax = 20;

/** The clusters that wait for the desk, the largest first. */
export async function worklistClusters(
  database: Database,
  { actor, language }: Reader,
): Promise<WorklistCluster[]> {
  const { rows } = await sql<ClusterRow>`
    select cluster, state, reason_code, network, found_asset, found_symbol, found_decimals,
      count(*) as count, sum(found_units) as units, min(updated_at) as oldest
    from claims where cluster is not null and state in ('approving', 'reviewing', 'stopped')
    group by 1, 2, 3, 4, 5, 6, 7 having count(*) >= ${clusterMin}
    order by count(*) desc limit ${clustersMax}`.execute(database);
  return rows.map((row) => {
    const situation = { involved: [], approvedBy: [], hasDiagnosis: true, owner: null };
    const label = row.network && networkById(row.network).label[language];
    const { found_symbol: symbol, found_decimals: decimals } = row;
    return {
      key: row.cluster,
      state: row.state,
      what: whatHappened(row.reason_code, { amount: symbol, network: label }, language),
      count: Number(row.count),
      total: row.found_asset && row.units !== null ? amount(row.found_asset, row.units) : null,
      asset: { symbol, decimals },
      oldestAt: row.oldest,
      next: nextActFor(actor, { ...situation, state: row.state }, language),
    };
  });
}

interface ClusterRow {
  readonly cluster: string;
  readonly state: ClaimState;
  readonly reason_code: string | null;
  readonly network: NetworkId | null;
  readonly found_asset: AssetId | null;
  readonly found_symbol: string | null;
  readonly found_decimals: number | null;
  readonly count: bigint;
  readonly units: bigint | null;
  readonly oldest: Date;
}
