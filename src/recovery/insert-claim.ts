import type { CustomerId } from '../accounts/index.ts';
import { record } from '../audit/index.ts';
import { note, openCase } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import type { NetworkId, TransferKey } from '../networks/index.ts';
import { hourMs, later, toStoredJson } from '../std/index.ts';
import { type Claim, type ClaimNumber, claimOf } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import type { Hints } from './hints.ts';
import { lookJob } from './jobs.ts';
import type { Wishes } from './options/index.ts';

/** A claim as it begins. */
export interface NewClaim {
  readonly customer: CustomerId;
  readonly language: 'ja' | 'en';
  readonly said: string;
  readonly wishes: Wishes;
  /** Null: it is looked for by what is remembered. */
  readonly hash: string | null;
  readonly hints?: Hints | null;
  /** Which transfer of the transaction it is about, when that is known from the start. */
  readonly about?: {
    readonly network: NetworkId;
    readonly key: TransferKey;
    /** The claim whose transaction brought this one as well. */
    readonly after?: string;
  };
}

/** A first answer is promised within this time. */
const firstAnswerMs = hourMs;

/** Opens the case of a claim, stores it and queues the first look, in the caller's transaction. */
export async function insertClaim(
  tx: Tx,
  context: RecoveryContext,
  { customer, language, said, wishes, hash, hints, about }: NewClaim,
): Promise<Claim> {
  const at = context.clock.now();
  const promisedAt = later(at, firstAnswerMs);
  const turn = { who: 'kaeru', until: promisedAt } as const;
  const number = await openCase<ClaimNumber>(tx, context, { letter: 'R', customer, turn });
  const row = await tx
    .insertInto('claims')
    .values({
      number,
      customer_id: customer,
      state: 'looking',
      language,
      said,
      wishes: toStoredJson(wishes),
      transaction_hash: hash,
      hints: hints ? toStoredJson(hints) : null,
      network: about?.network ?? null,
      transfer_key: about?.key ?? null,
      promised_at: promisedAt,
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const facts = { hash, ...(about ? { transfer: about.key, after: about.after ?? null } : {}) };
  await record(tx, context, { action: 'recovery.file', subject: number, details: facts });
  await note(tx, context, number, { kind: 'claim.filed', visible: 'customer', facts });
  await context.bus.publish(tx, context.clock, {
    kind: 'claim.changed',
    subject: number,
    body: { state: 'looking', version: 1, customer },
  });
  await context.queue.enqueue(tx, lookJob, { claim: number });
  return claimOf(row);
}
