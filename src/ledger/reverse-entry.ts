import { permit } from '../access/index.ts';
import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { type Outcome, refuse } from '../std/index.ts';
import { findEntry } from './find-entry.ts';
import { type Posted, type PostRefusal, post } from './post.ts';
import { reverse } from './templates/index.ts';

/** Why an entry was not reversed. */
export type ReversalRefusal = PostRefusal | 'not_permitted' | 'entry_unknown' | 'reason_missing';

const reasonCharactersMax = 2_000;

/**
 * Corrects the books by hand: reverses the entry with this key, for a reason that stays beside it.
 * What should have stood there is then booked with `bookedAgain`. Moves nothing on any chain.
 */
export async function reverseEntry(
  context: Pick<Context, 'database' | 'clock' | 'actor'>,
  input: { readonly key: string; readonly reason: string },
): Promise<Outcome<Posted, ReversalRefusal>> {
  const permitted = permit(context.actor, 'ledger.reverse');
  if (!permitted.ok) return permitted;
  const reason = input.reason.trim().slice(0, reasonCharactersMax);
  if (reason === '') return refuse('reason_missing');
  return inTransaction(context.database, async (tx) => {
    const entry = await findEntry(tx, input.key);
    if (!entry) return refuse('entry_unknown', { key: input.key.slice(0, 400) });
    const posted = await post(tx, context, reverse(entry, reason));
    if (posted.ok && posted.value.status === 'posted') {
      await record(tx, context, {
        action: 'ledger.reverse',
        subject: entry.caseNumber,
        details: { key: entry.key, reason },
      });
    }
    return posted;
  });
}
