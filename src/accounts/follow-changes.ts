import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { importAssets } from './import-accounts.ts';
import { importProgress, storePage } from './import-progress.ts';
import type { AccountsProblem } from './problems.ts';
import type { AccountSource } from './source.ts';

/** Pages in one run; what is left waits for the next. */
const pagesMax = 100;

/**
 * Reads what has changed at the exchange since the last look, and its listing. Run it as often as the
 * exchange bears: an address is known to us only from here on. `more`: pages were left for next time.
 */
export async function followChanges<Code extends string>(
  context: Context,
  source: AccountSource<Code>,
): Promise<Outcome<{ readonly records: number; readonly more: boolean }, Code | AccountsProblem>> {
  let records = 0;
  let more = true;
  for (let page = 0; page < pagesMax && more; page += 1) {
    const progress = await importProgress(context.database);
    if (progress.phase === 'bulk' || progress.cursor === null) {
      return refuse('accounts_not_imported');
    }
    const answer = await source.changes({ since: progress.cursor });
    if (!answer.ok) return answer;
    const { cursor } = answer.value;
    more = answer.value.more;
    if (more && cursor === progress.cursor) return refuse('accounts_source_stuck');
    if (answer.value.records.length === 0 && cursor === progress.cursor) break;
    const stored = await inTransaction(context.database, async (tx) => {
      const to = { phase: 'changes', cursor, changesSince: progress.changesSince } as const;
      const result = await storePage(tx, context.clock, progress, { ...answer.value, to });
      if (result === 'stored') {
        await record(tx, context, {
          action: 'accounts.followChanges',
          subject: 'accounts',
          details: { records: answer.value.records.length },
        });
      }
      return result;
    });
    if (typeof stored === 'object') {
      return refuse('accounts_issue_reassigned', { issue: stored.reassigned });
    }
    // Behind: another process stored it. What comes next is read from where that one stands.
    if (stored === 'behind') more = true;
    else records += answer.value.records.length;
  }
  const assets = await importAssets(context, source);
  return assets.ok ? done({ records, more }) : assets;
}
