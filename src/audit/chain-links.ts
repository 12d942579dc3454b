import type { Database } from '../db/index.ts';
import { type EntryText, entryAt, entryDetails } from './link.ts';
import type { AuditHead } from './sequence.ts';

/** Rows held in memory at a time. */
const pageMax = 2_000;

/** One link of the chain, with its entry and the signed head that stands at it, where there is one. */
export interface Link {
  readonly sequence: bigint;
  readonly entry_id: string;
  readonly previous_hash: string;
  readonly hash: string;
  /** Null when the entry is gone. */
  readonly entry: EntryText | null;
  readonly head: (AuditHead & { readonly signature: string }) | null;
}

/** The chain from its first link to its last, a page at a time. */
export async function* chainLinks(database: Database): AsyncGenerator<Link> {
  for (let after = 0n; ; ) {
    const rows = await database
      .selectFrom('audit_chain')
      .leftJoin('audit_entries', 'audit_entries.id', 'audit_chain.entry_id')
      .leftJoin('audit_heads', 'audit_heads.sequence', 'audit_chain.sequence')
      .select(['audit_chain.sequence', 'entry_id', 'previous_hash', 'audit_chain.hash'])
      .select(['audit_entries.id', 'actor_kind', 'actor_id', 'action', 'subject'])
      .select([entryAt.as('at'), entryDetails.as('details')])
      .select(['audit_heads.hash as head_hash', 'audit_heads.signature'])
      .where('audit_chain.sequence', '>', after)
      .orderBy('audit_chain.sequence')
      .limit(pageMax)
      .execute();
    for (const row of rows) {
      yield {
        ...row,
        entry: row.id === null ? null : (row as EntryText),
        head:
          row.head_hash === null || row.signature === null
            ? null
            : { sequence: row.sequence, hash: row.head_hash, signature: row.signature },
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageMax) return;
    after = last.sequence;
  }
}
