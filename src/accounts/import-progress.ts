import type { Selectable } from 'kysely';
import type { Database, Schema, Tx } from '../db/index.ts';
import { type Clock, invariant } from '../std/index.ts';
import type { AccountRecord } from './source.ts';
import { reassignedIssue, storeRecords } from './store-records.ts';

/** How far the exchange's records have been read. */
export interface ImportProgress {
  readonly phase: 'bulk' | 'changes';
  readonly cursor: string | null;
  readonly changesSince: string | null;
  readonly version: number;
  readonly records: bigint;
}

const nothingYet: ImportProgress = {
  phase: 'bulk',
  cursor: null,
  changesSince: null,
  version: 0,
  records: 0n,
};

/** Where the import stands; what a fresh database says is the beginning. */
export async function importProgress(database: Database | Tx): Promise<ImportProgress> {
  const row = await database.selectFrom('account_import').selectAll().executeTakeFirst();
  return row ? progressOf(row) : nothingYet;
}

/**
 * Stores a page and moves on, in one transaction: a crash between two pages costs nothing, one
 * within a page repeats it. `behind`: another process has stored this page; read again where it is.
 */
export async function storePage(
  tx: Tx,
  clock: Clock,
  from: ImportProgress,
  page: {
    readonly records: readonly AccountRecord[];
    readonly to: Pick<ImportProgress, 'phase' | 'cursor' | 'changesSince'>;
  },
): Promise<'stored' | 'behind' | { readonly reassigned: string }> {
  if (!(await isStillAt(tx, clock, from))) return 'behind';
  const reassigned = await reassignedIssue(tx, page.records);
  if (reassigned) return { reassigned };
  await storeRecords(tx, clock, page.records);
  const moved = await tx
    .updateTable('account_import')
    .set({
      phase: page.to.phase,
      cursor: page.to.cursor,
      changes_since: page.to.changesSince,
      records: from.records + BigInt(page.records.length),
      version: from.version + 1,
      updated_at: clock.now(),
    })
    .where('id', '=', 1)
    .where('version', '=', from.version)
    .executeTakeFirst();
  invariant(moved.numUpdatedRows === 1n, 'the progress row was held while its page was stored');
  return 'stored';
}

/** Holds the progress row, so that two processes store their pages one after the other. */
async function isStillAt(tx: Tx, clock: Clock, from: ImportProgress): Promise<boolean> {
  if (from.version === 0) {
    await tx
      .insertInto('account_import')
      .values({ id: 1, phase: 'bulk', version: 0, updated_at: clock.now() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  const row = await tx
    .selectFrom('account_import')
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.version === from.version;
}

function progressOf(row: Selectable<Schema['account_import']>): ImportProgress {
  return {
    phase: row.phase as ImportProgress['phase'],
    cursor: row.cursor,
    changesSince: row.changes_since,
    version: row.version,
    records: row.records,
  };
}
