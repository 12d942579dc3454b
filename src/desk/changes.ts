import { sql } from 'kysely';
import type { Database } from '../db/index.ts';
import { later, secondMs } from '../std/index.ts';

/** A case that has changed, in the order of telling. */
export interface CaseChange {
  readonly id: bigint;
  readonly number: string;
  /** The case as it is now. */
  readonly version: number;
}

/**
 * Events are numbered when they are written and seen when they commit: a lower number may come after a
 * higher one. So many before the last one seen are looked at again.
 */
const lookBack = 200n;
const changesMax = 500;
/** Nothing takes longer to commit than this: what is older was seen when it was told. */
const commitMsMax = 10 * secondMs;

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

/** A listener's place in what has changed. It hears everything at least once, and little of it twice. */
export class ChangesHeard {
  #last: bigint;
  readonly #heard = new Set<bigint>();
  #isFirst = true;

  /** Begins after `last`, the id of the last change that the listener has heard. */
  constructor(last: bigint) {
    this.#last = last;
  }

  /** What has changed since, each case once. */
  async next(database: Database, now: Date): Promise<CaseChange[]> {
    const from = this.#last > lookBack ? this.#last - lookBack : 0n;
    const { rows } = await sql<CaseChange & { readonly at: Date }>`
      select e.id, e.subject as number, c.version, e.at
      from events e join claims c on c.number = e.subject
      where e.id > ${from} and e.kind in ('claim.changed', 'case.changed')
      order by e.id limit ${changesMax}`.execute(database);
    const settled = later(now, -commitMsMax);
    const isOld = (row: (typeof rows)[number]) =>
      this.#heard.has(row.id) || (this.#isFirst && row.id <= this.#last && row.at < settled);
    const changes = new Map(rows.filter((row) => !isOld(row)).map((row) => [row.number, row]));
    this.#isFirst = false;
    const newest = rows.at(-1)?.id ?? this.#last;
    if (newest > this.#last) this.#last = newest;
    for (const row of rows) this.#heard.add(row.id);
    for (const id of this.#heard) if (id <= this.#last - lookBack) this.#heard.delete(id);
    return [...changes.values()].map(({ id, number, version }) => ({ id, number, version }));
  }
}

/**
 * What there is to see of a case, as a text that is another one whenever something of it has changed:
 * claim, owner, notes, decisions, payment, messages. Null: there is no such case.
 */
export async function caseMark(
  database: Database,
  number: string,
): Promise<{ readonly version: number; readonly mark: string } | null> {
  const { rows } = await sql<{ readonly version: number; readonly mark: string }>`
    select c.version, concat_ws('.', c.version, k.version,
      (select max(id) from case_entries e where e.case_number = c.number),
      (select count(*) from approvals a where a.subject = c.number),
      (select count(*) from messages m where m.case_number = c.number and m.sent_at is not null),
      (select p.version from payments p where p.id = c.payment_id),
      (select (extract(epoch from max(l.updated_at)) * 1000)::bigint from payment_lines l
        where l.payment_id = c.payment_id)) as mark
    from claims c join cases k on k.number = c.number where c.number = ${number}`.execute(database);
  return rows[0] ?? null;
}
