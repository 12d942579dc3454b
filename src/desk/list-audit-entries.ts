import { sql } from 'kysely';
import { permit } from '../access/index.ts';
import type { Context } from '../audit/index.ts';
import { done, type Json, type Outcome } from '../std/index.ts';
import { staffNames } from './staff-names.ts';

/** One entry of the audit record, with its place in the chain. */
export interface AuditRow {
  readonly id: string;
  /** Null while it is not chained yet: a second or two. */
  readonly seq: bigint | null;
  readonly at: Date;
  readonly actorKind: string;
  readonly actor: string;
  /** A colleague's name; null for customers and Kaeru. */
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  /** The hash of its link, over everything before it. */
  readonly digest: string | null;
  readonly details: { readonly [name: string]: Json };
}

/** Which of the record is asked for. */
export interface AuditQuery {
  /** What is told about this case, or whatever else has this name. */
  readonly subject: string | null;
  /** A colleague's id or name, a customer's id, or a part of Kaeru. */
  readonly actor: string | null;
  /** `place` of the last row seen. */
  readonly after: string | null;
  readonly limit: number;
}

/** The record, the newest first; and where its next page begins. */
export async function listAuditEntries(
  { database, actor }: Pick<Context, 'database' | 'actor'>,
  query: AuditQuery,
): Promise<Outcome<{ readonly rows: AuditRow[]; readonly next: string | null }, 'not_permitted'>> {
  const permitted = permit(actor, 'audit.read');
  if (!permitted.ok) return permitted;
  const { subject, limit } = query;
  const after = readAfter(query.after);
  const { rows } = await sql<FoundRow>`
    select e.id, e.at, e.actor_kind, e.actor_id, e.action, e.subject, e.details,
      c.sequence, c.hash
    from audit_entries e left join audit_chain c on c.entry_id = e.id
    where (${subject}::text is null or e.subject = ${subject})
      and (${query.actor}::text is null or e.actor_id = ${query.actor}
        or e.actor_id in (select id::text from staff where name = ${query.actor}))
      and (${after?.at ?? null}::timestamptz is null
        or (e.at, e.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by e.at desc, e.id desc limit ${limit}`.execute(database);
  const names = await staffNames(
    database,
    rows.map((row) => row.actor_id),
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return done({
    rows: rows.map((row) => ({
      id: row.id,
      seq: row.sequence,
      at: row.at,
      actorKind: row.actor_kind,
      actor: row.actor_id,
      actorName: names.get(row.actor_id)?.name ?? null,
      action: row.action,
      subject: row.subject,
      digest: row.hash,
      details: row.details,
    })),
    next: last ? `${last.at.toISOString()}_${last.id}` : null,
  });
}

interface FoundRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly action: string;
  readonly subject: string;
  readonly details: AuditRow['details'];
  readonly sequence: bigint | null;
  readonly hash: string | null;
}

/** Null for a text that no page gave out: the record then begins at its end. */
function readAfter(text: string | null): { readonly at: Date; readonly id: string } | null {
  const match = /^([\dTZ:.-]{24})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
  const at = new Date(match?.[1] ?? '');
  return match && !Number.isNaN(at.getTime()) ? { at, id: match[2] ?? '' } : null;
}
