import type { Database, Tx } from '../db/index.ts';

/** A message of ours, for whoever wants to know whether it is genuine. */
export interface GenuineMessage {
  readonly kind: string;
  /** Null while it is not known to have been delivered. */
  readonly sentAt: Date | null;
  readonly customer: string;
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The message with this number, if we wrote one; null else. Spaces and capitals are forgiven. Whoever
 * has the number may hold a copy of somebody else's message: to whom it went is for the caller to
 * compare, and is told to nobody but that customer.
 */
export async function checkMessage(
  database: Database | Tx,
  text: string,
): Promise<GenuineMessage | null> {
  const id = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (!idShape.test(id)) return null;
  const row = await database
    .selectFrom('messages')
    .select(['kind', 'sent_at', 'customer_id', 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  // Without words it was never tried to be sent.
  return row && row.body !== null
    ? { kind: row.kind, sentAt: row.sent_at, customer: row.customer_id }
    : null;
}
