import type { Fees } from '../custody/index.ts';
import type { Database } from '../db/index.ts';
import type { TxHash } from '../networks/index.ts';
import type { LineAtWork } from './advance-payment.ts';

/** Bytes that the signer gave for a line. */
export interface SignedTransaction {
  readonly hash: TxHash;
  readonly raw: `0x${string}`;
  readonly attempt: number;
  readonly fees: Fees;
  readonly sentAt: Date | null;
}

/** All attempts of a line, the newest first. */
export async function signedOf(
  database: Database,
  { payment, line }: LineAtWork,
): Promise<SignedTransaction[]> {
  const rows = await database
    .selectFrom('signed_transactions')
    .selectAll()
    .where('payment_id', '=', payment.id)
    .where('line', '=', line.index)
    .orderBy('attempt', 'desc')
    .execute();
  return rows.map((row) => ({
    hash: row.hash as TxHash,
    raw: row.raw as `0x${string}`,
    attempt: row.attempt,
    fees: row.fees as Fees,
    sentAt: row.sent_at,
  }));
}

/** The attempt that pays the most for gas: the one to send. */
export async function newestSigned(
  database: Database,
  work: LineAtWork,
): Promise<SignedTransaction | null> {
  return (await signedOf(database, work))[0] ?? null;
}
