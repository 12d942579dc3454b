import { permit } from '../access/index.ts';
import type { CustomerId } from '../accounts/index.ts';
import type { Context } from '../audit/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { done, fromStoredJson, type Outcome, refuse, toStoredJson } from '../std/index.ts';
import { pasteBytesMax, removeSecrets } from './diagnosis/index.ts';
import type { Hints } from './hints.ts';

/** A report that a customer is still writing. */
export interface Draft {
  readonly clue: string;
  readonly hints: Hints;
  readonly language: 'ja' | 'en';
}

/** As it was kept, and when. */
export interface SavedDraft extends Draft {
  readonly savedAt: Date;
}

/** The customer's draft, or null. */
export async function readDraft(
  database: Database | Tx,
  customer: CustomerId,
): Promise<SavedDraft | null> {
  const row = await database
    .selectFrom('claim_drafts')
    .selectAll()
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return row
    ? {
        clue: row.clue,
        hints: fromStoredJson<Hints>(row.hints),
        language: row.language as Draft['language'],
        savedAt: row.saved_at,
      }
    : null;
}

/**
 * Keeps what a customer has written so far, in place of what was kept before, so that it is there on
 * another device too. Secrets are taken out of every text before it is written. Not on the record:
 * nothing has been reported yet.
 */
export async function saveDraft(
  context: Context,
  customer: CustomerId,
  draft: Draft,
): Promise<Outcome<SavedDraft, 'not_permitted' | 'text_too_long'>> {
  const permitted = permit(context.actor, 'claim.file');
  if (!permitted.ok) return permitted;
  const bytes = Buffer.byteLength(draft.clue, 'utf8');
  if (bytes > pasteBytesMax) {
    return refuse('text_too_long', { bytes: String(bytes), bytesMax: String(pasteBytesMax) });
  }
  const clue = removeSecrets(draft.clue).text;
  const hints = hintsWithoutSecrets(draft.hints);
  const savedAt = context.clock.now();
  const values = {
    ...{ clue, hints: toStoredJson(hints), language: draft.language, saved_at: savedAt },
  };
  await context.database
    .insertInto('claim_drafts')
    .values({ customer_id: customer, ...values })
    .onConflict((on) => on.column('customer_id').doUpdateSet(values))
    .execute();
  return done({ clue, hints, language: draft.language, savedAt });
}

/** Forgets the draft: it was reported, or is not wanted. */
export async function dropDraft(database: Database | Tx, customer: CustomerId): Promise<void> {
  await database.deleteFrom('claim_drafts').where('customer_id', '=', customer).execute();
}

/** A key may be pasted into the smallest field. */
export function hintsWithoutSecrets(hints: Hints): Hints {
  const clean = (text: string | null) => text && removeSecrets(text).text;
  return {
    ...{ when: clean(hints.when), asset: clean(hints.asset), amount: clean(hints.amount) },
    ...{ from: hints.from, address: clean(hints.address), note: clean(hints.note) },
  };
}
