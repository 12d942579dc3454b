import { z } from '@hono/zod-openapi';
import {
  columnIds,
  newestChange,
  readWorklist,
  type WorklistCluster,
  type WorklistColumn,
  type WorklistRow,
  worklistClusters,
  worklistColumns,
  worklistSorts,
  worklistViews,
} from '../../desk/index.ts';
import { jpy } from '../../money/index.ts';
import { type ClaimState, claimStates } from '../../recovery/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { type Route, route } from '../route.ts';
import { amountSchema, freeText } from './claim-schema.ts';
import { isoOf, nextActSchema, presentAmount, presentNext, presentUnits } from './desk-schema.ts';

const states = Object.keys(claimStates) as [ClaimState, ...ClaimState[]];
const turns = ['kaeru', 'customer', 'desk', 'network', 'nobody'] as const;
const pageRows = 50;
const pageRowsMax = 200;

const rowSchema = z
  .object({
    number: z.string(),
    version: z.int(),
    /** What happened, in one line. */
    what: z.string(),
    code: z.string().nullable(),
    amount: z.union([amountSchema, z.null()]),
    /** Its worth in yen as of the quote; null where nobody has a price. */
    worth: z.union([amountSchema, z.null()]),
    /** Its name in the reader's language. */
    network: z.string().nullable(),
    networkId: z.string().nullable(),
    state: z.enum(states),
    turn: z.enum(turns),
    next: nextActSchema,
    dueAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    owner: z.string().nullable(),
    ownerName: z.string().nullable(),
    snoozedUntil: z.string().nullable(),
    waitsFor: z.string().nullable(),
    /** Masked: `C-3F9A1C`. */
    customer: z.string(),
    cluster: z.string().nullable(),
    /** Open cases of the same cause, asset and network, this one not counted. */
    siblings: z.int(),
    /** How many people have approved the plan that waits. */
    approvals: z.int(),
  })
  .openapi('WorklistRow');

const columnSchema = z
  .object({
    id: z.enum(columnIds),
    count: z.int(),
    oldestAt: z.string().nullable(),
    /** One of them has missed its hour. */
    alarm: z.boolean(),
  })
  .openapi('WorklistColumn');

const clusterSchema = z
  .object({
    key: z.string(),
    state: z.enum(states),
    what: z.string(),
    count: z.int(),
    total: z.union([amountSchema, z.null()]),
    oldestAt: z.string(),
    next: nextActSchema,
  })
  .openapi('WorklistCluster');

const querySchema = z.object({
  view: z.enum(worklistViews).default('mine'),
  turn: z.enum(turns).optional(),
  state: z.enum(states).optional(),
  q: freeText(200).optional(),
  sort: z.enum(worklistSorts).default('due'),
  cursor: freeText(400).optional(),
  limit: z.coerce.number().int().min(1).max(pageRowsMax).default(pageRows),
});

const answerSchema = z
  .object({
    rows: z.array(rowSchema),
    columns: z.array(columnSchema),
    clusters: z.array(clusterSchema),
    /** Where the next page begins; null at the end. */
    cursor: z.string().nullable(),
    /** Listen for changes from here on: the Last-Event-ID of `/v1/desk/events`. */
    newest: z.string(),
  })
  .openapi('Worklist');

/** The list that the desk works from. */
export const worklistRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'readWorklist',
    method: 'get',
    path: '/v1/desk/worklist',
    summary: 'What waits, each with its next act; by risk of missing an hour, a page at a time.',
    guard: 'case.read',
    limit: 'read',
    query: querySchema,
    answer: answerSchema,
    refusals: [],
    handle: async ({ context, query, language }) =>
      done(await worklistFor(context, language, query)),
  }),
];

async function worklistFor(
  context: SignedIn,
  language: Language,
  query: z.infer<typeof querySchema>,
): Promise<z.infer<typeof answerSchema>> {
  const { database, actor, clock } = context;
  const reader = { actor, now: clock.now(), language };
  const { view, turn = null, state, q, sort, cursor = null, limit } = query;
  const filter = { view, turn, states: state ? [state] : [], q: q?.trim() || null };
  // Read first: what changes from here on is told once more rather than not at all.
  const newest = await newestChange(database);
  const [rows, columns, clusters] = await Promise.all([
    readWorklist(database, reader, { ...filter, sort, after: cursor, limit }),
    worklistColumns(database, reader),
    worklistClusters(database, reader),
  ]);
  return {
    rows: rows.map(presentRow),
    columns: columns.map(presentColumn),
    clusters: clusters.map(presentCluster),
    cursor: rows.length === limit ? (rows.at(-1)?.place ?? null) : null,
    newest: newest.toString(),
  };
}

function presentRow(row: WorklistRow): z.infer<typeof rowSchema> {
  const { place: _place, asset, worthYen, network, owner, ...rest } = row;
  return {
    ...rest,
    amount: row.amount && presentAmount(row.amount, asset),
    worth: worthYen === null ? null : presentUnits(jpy.id, worthYen, jpy),
    network: network?.label ?? null,
    networkId: network?.id ?? null,
    owner: owner?.id ?? null,
    ownerName: owner?.name ?? null,
    next: presentNext(row.next),
    dueAt: isoOf(row.dueAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    snoozedUntil: isoOf(row.snoozedUntil),
  };
}

function presentColumn(column: WorklistColumn): z.infer<typeof columnSchema> {
  return { ...column, oldestAt: isoOf(column.oldestAt) };
}

function presentCluster(cluster: WorklistCluster): z.infer<typeof clusterSchema> {
  const { asset, ...rest } = cluster;
  return {
    ...rest,
    total: cluster.total && presentAmount(cluster.total, asset),
    oldestAt: cluster.oldestAt.toISOString(),
    next: presentNext(cluster.next),
  };
}
