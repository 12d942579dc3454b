import type { Database } from '../db/index.ts';

/** A case that has changed, in the order of telling. */
export interface CaseChange {
  readonly id: bigint;
  readonly number: string;
  /** The claim's version, where the change made one. */
  readonly version: number | null;
}

/** The kinds of event that a worklist shows. */
const shownKinds = ['claim.changed', 'case.changed'] as const;
/**
 * Events are numbered when they are written and seen when they commit: a lower number may come after a
 * higher one. So many before the last one seen are looked at again.
 */
const lookBack = 200n;
const changesMax = 500;

/** The newest change there is; 0 before the first. */
export async function newestChange(database: Database): Promise<bigint> {
  const row = await database
    .selectFrom('events')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0n;
}

/**
 * What has changed after `last`, and what may have come late before it: whoever asks leaves out what
 * they have heard.
 */
export async function changesAfter(database: Database, last: bigint): Promise<CaseChange[]> {
  const rows = await database
    .selectFrom('events')
    .select(['id', 'subject', 'body'])
    .where('id', '>', last > lookBack ? last - lookBack : 0n)
    .where('kind', 'in', shownKinds)
    .orderBy('id')
    .limit(changesMax)
    .execute();
  return rows.map(({ id, subject, body }) => {
    const { version } = body as { version?: unknown };
    return { id, number: subject, version: typeof version === 'number' ? version : null };
  });
}
