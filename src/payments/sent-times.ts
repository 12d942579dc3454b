import type { Database, Tx } from '../db/index.ts';

/** When a line was first given to the network, and the transaction that was given last. */
export interface SentTime {
  readonly line: number;
  readonly at: Date;
  readonly hash: string;
}

/** The lines of a payment that were sent, as far as they have come. */
export async function sentTimes(database: Database | Tx, payment: string): Promise<SentTime[]> {
  const rows = await database
    .selectFrom('signed_transactions')
    .select(['line', 'hash', 'sent_at'])
    .where('payment_id', '=', payment)
    .where('sent_at', 'is not', null)
    .orderBy('attempt')
    .execute();
  return [...Map.groupBy(rows, ({ line }) => line)].flatMap(([line, attempts]) => {
    const at = attempts[0]?.sent_at;
    const hash = attempts.at(-1)?.hash;
    return at && hash ? [{ line, at, hash }] : [];
  });
}
