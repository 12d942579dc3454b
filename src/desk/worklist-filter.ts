import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../audit/index.ts';
import type { Schema } from '../db/index.ts';
import { type ClaimState, claimStates, type Turn } from '../recovery/index.ts';
import { dayMs, later } from '../std/index.ts';
import { endOfMasked } from './masked-customer.ts';
import { deskStates, statesToActIn } from './next-act.ts';

/** Which part of the list is asked for. */
export const worklistViews = ['mine', 'team', 'due', 'all'] as const;
/** One of these parts. */
export type WorklistView = (typeof worklistViews)[number];

/** What a list is narrowed to. */
export interface WorklistFilter {
  readonly view: WorklistView;
  readonly turn: Turn | null;
  readonly states: readonly ClaimState[];
  /** A number, a hash, an address, a symbol, a code, or a masked customer: what is typed above the list. */
  readonly q: string | null;
}

type Both = Pick<Schema, 'claims' | 'cases'>;
type Where = ExpressionBuilder<Both, 'claims' | 'cases'>;

const allStates = Object.keys(claimStates) as ClaimState[];

/** States that are over, or rest until something outside changes: no hour is missed in them. */
export const restingStates: readonly ClaimState[] = allStates.filter(
  (state) => claimStates[state].turn === 'nobody' || state === 'kept' || state === 'refused',
);

/** The states whose rows a view can hold at all. */
export function statesOf({ view, turn, states }: WorklistFilter): readonly ClaimState[] {
  const ofView =
    view === 'all'
      ? allStates
      : view === 'due'
        ? allStates.filter((state) => !restingStates.includes(state))
        : deskStates;
  return ofView
    .filter((state) => turn === null || claimStates[state].turn === turn)
    .filter((state) => states.length === 0 || states.includes(state));
}

/** The rest of the conditions, for whoever asks, at this moment. */
export function conditionsOf(
  on: Where,
  filter: WorklistFilter,
  actor: Actor,
  now: Date,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (filter.view === 'due') conditions.push(on('claims.promised_at', '<=', later(now, dayMs)));
  if (filter.view === 'mine' || filter.view === 'team') conditions.push(isAwake(on, now));
  if (filter.view === 'mine') conditions.push(isMine(on, actor));
  if (filter.q !== null) conditions.push(matches(on, filter.q));
  return conditions;
}

/** Not put aside, or its hour has come. */
export function isAwake(on: Where, now: Date): Expression<SqlBool> {
  return on.or([on('cases.snoozed_until', 'is', null), on('cases.snoozed_until', '<=', now)]);
}

/**
 * Waits for the desk, and either has this owner or nobody and this reader could move it on: their
 * roles allow it, they had no hand in it, and they have not decided on it before.
 */
export function isMine(on: Where, actor: Actor): Expression<SqlBool> {
  const states = statesToActIn(actor);
  const nobodys = [
    on('cases.owner', 'is', null),
    sql<boolean>`not ${actor.id} = any (claims.involved)`,
    sql<boolean>`(claims.state <> 'approving' or not exists (select from approvals a
      where a.plan_digest = claims.plan_digest and a.approver = ${actor.id}::uuid))`,
  ];
  const possible = states.length > 0 ? [on('claims.state', 'in', states)] : [sql<boolean>`false`];
  return on.and([
    on('claims.state', 'in', deskStates),
    on.or([on('cases.owner', '=', actor.id), on.and([...nobodys, ...possible])]),
  ]);
}

/** Begins with it, where it is a name of the case; is it, where it is a word. */
function matches(on: Where, typed: string): Expression<SqlBool> {
  const text = typed.trim();
  const begins = `${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const customer = endOfMasked(text);
  return on.or([
    sql<boolean>`lower(claims.number) like ${begins}`,
    sql<boolean>`claims.number like ${`%${begins.slice(0, -1).toUpperCase()}`}`,
    sql<boolean>`lower(claims.transaction_hash) like ${begins}`,
    sql<boolean>`lower(claims.found_symbol) like ${begins}`,
    sql<boolean>`lower(claims.reason_code) like ${begins}`,
    ...(customer ? [sql<boolean>`upper(right(claims.customer_id, 6)) = ${customer}`] : []),
  ]);
}
