import type { Database, Tx } from '../db/index.ts';

/** A message of a case as a page shows it. `text` null: not written yet. */
export interface MessageShown {
  readonly kind: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly subject: string | null;
  readonly text: string | null;
  readonly toldAt: Date;
  readonly sentAt: Date | null;
}

/** What a customer was told in a case, in order. */
export async function messagesOf(
  database: Database | Tx,
  caseNumber: string,
): Promise<MessageShown[]> {
  const rows = await database
    .selectFrom('messages')
    .selectAll()
    .where('case_number', '=', caseNumber)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    state: row.state as MessageShown['state'],
    subject: row.subject,
    text: row.body,
    toldAt: row.created_at,
    sentAt: row.sent_at,
  }));
}

/** For alarms: how many messages wait, since when, and how many a person must look at. */
export async function messageFigures(
  database: Database,
): Promise<{ waiting: bigint; oldestWaiting: Date | null; failed: bigint }> {
  const row = await database
    .selectFrom('messages')
    .select((on) => [
      on.fn.countAll<bigint>().filterWhere('state', '=', 'waiting').as('waiting'),
      on.fn.min<Date | null>('created_at').filterWhere('state', '=', 'waiting').as('oldest'),
      on.fn.countAll<bigint>().filterWhere('state', '=', 'failed').as('failed'),
    ])
    .where('state', '<>', 'sent')
    .executeTakeFirstOrThrow();
  return { waiting: row.waiting, oldestWaiting: row.oldest, failed: row.failed };
}
