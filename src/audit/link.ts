import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '../std/index.ts';

/** What stands before the first link. */
export const genesisHash = createHash('sha256').update('kaeru/audit/1').digest('hex');

/**
 * An entry as it is hashed: every column as the text that the database makes of it. Not as JavaScript
 * reads it, which would lose microseconds and large numbers, and with them a change of either.
 */
export interface EntryText {
  readonly id: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
}

/** The hash of one link: of the link before it, its own number, and its entry. */
export function linkHash(previousHash: string, sequence: bigint, entry: EntryText): string {
  const { id, at, actor_kind, actor_id, action, subject, details } = entry;
  const text = canonicalJson({
    sequence: sequence.toString(),
    entry: { id, at, actor_kind, actor_id, action, subject, details },
  });
  return createHash('sha256').update(previousHash).update(text).digest('hex');
}

/** `audit_entries.at` as text, to the microsecond, in UTC. */
export const entryAt: RawBuilder<string> = sql<string>`to_char(
  audit_entries.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** `audit_entries.details` as the text that PostgreSQL prints. */
export const entryDetails: RawBuilder<string> = sql<string>`audit_entries.details::text`;
