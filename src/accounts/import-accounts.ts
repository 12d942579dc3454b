import { type Context, record } from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import { importProgress, storePage } from './import-progress.ts';
import type { AccountsProblem } from './problems.ts';
import type { AccountSource } from './source.ts';
import { storeAssets } from './store-assets.ts';

/** Pages in one run: 200 million records. A source that goes on past that is running in circles. */
const pagesMax = 20_000;

/**
 * Reads everything the exchange has, page by page, and then its assets. Stopped at any point it goes
 * on from the last page stored; run again after the end it only looks at the assets. `records` counts
 * those of this run.
 */
export async function importAccounts<Code extends string>(
  context: Context,
  source: AccountSource<Code>,
): Promise<Outcome<{ readonly records: number }, Code | AccountsProblem>> {
  let records = 0;
  for (let page = 0; page < pagesMax; page += 1) {
    const progress = await importProgress(context.database);
    if (progress.phase === 'changes') {
      const assets = await importAssets(context, source);
      return assets.ok ? done({ records }) : assets;
    }
    const answer = await source.accounts({ cursor: progress.cursor });
    if (!answer.ok) return answer;
    const { next } = answer.value;
    if (next !== null && next === progress.cursor) return refuse('accounts_source_stuck');
    // Where to follow from was fixed by the first page: later pages may have missed a change.
    const changesSince = progress.changesSince ?? answer.value.changesSince;
    const to =
      next === null
        ? ({ phase: 'changes', cursor: changesSince, changesSince } as const)
        : ({ phase: 'bulk', cursor: next, changesSince } as const);
    const stored = await inTransaction(context.database, async (tx) => {
      const result = await storePage(tx, context.clock, progress, { ...answer.value, to });
      if (result === 'stored') {
        await record(tx, context, {
          action: 'accounts.importAccounts',
          subject: 'accounts',
          details: { records: answer.value.records.length, last: next === null },
        });
      }
      return result;
    });
    if (typeof stored === 'object') {
      return refuse('accounts_issue_reassigned', { issue: stored.reassigned });
    }
    if (stored === 'stored') records += answer.value.records.length;
  }
  return refuse('accounts_source_stuck');
}

/** Reads the exchange's listing and keeps what changed as a new version. */
export async function importAssets<Code extends string>(
  context: Context,
  source: Pick<AccountSource<Code>, 'assets'>,
): Promise<Outcome<{ readonly changed: number }, Code>> {
  const answer = await source.assets();
  if (!answer.ok) return answer;
  return inTransaction(context.database, async (tx) => {
    const changed = await storeAssets(tx, context.clock, answer.value);
    if (changed > 0) {
      await record(tx, context, {
        action: 'accounts.importAssets',
        subject: 'assets',
        details: { changed },
      });
    }
    return done({ changed });
  });
}
