import type { Database } from '../db/index.ts';
import type { Clock } from '../std/index.ts';

/** How far the chain is behind the entries: a second is usual, a minute means that nobody sequences. */
export interface AuditLag {
  readonly waiting: number;
  /** The age of the oldest entry that waits; 0 when none does. */
  readonly oldestMs: number;
}

/** Counts the entries that no link holds yet. */
export async function auditLag(database: Database, clock: Clock): Promise<AuditLag> {
  const row = await database
    .selectFrom('audit_waiting')
    .innerJoin('audit_entries', 'audit_entries.id', 'audit_waiting.entry_id')
    .select((on) => [on.fn.countAll<bigint>().as('waiting'), on.fn.min('at').as('oldest')])
    .executeTakeFirstOrThrow();
  const oldest = row.oldest as Date | null;
  const oldestMs = oldest ? Math.max(0, clock.now().getTime() - oldest.getTime()) : 0;
  return { waiting: Number(row.waiting), oldestMs };
}
