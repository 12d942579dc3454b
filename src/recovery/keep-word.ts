import { record } from '../audit/index.ts';
import { promiseAnew } from '../cases/index.ts';
import { tell } from '../messages/index.ts';
import { dayMs, later } from '../std/index.ts';
import { type Claim, type ClaimNumber, claimOf } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import { messageWithoutNews } from './no-news.ts';
import { type ClaimState, claimStates } from './states.ts';

const claimsPerRound = 100;

/** Whose turn it is not the customer's: they wait, so they hear. */
const waitedFor = (Object.keys(claimStates) as ClaimState[]).filter((state) =>
  ['kaeru', 'desk', 'network'].includes(claimStates[state].turn),
);

/**
 * Keeps the hour that customers were promised: where it has come and nothing has changed, they are told
 * so, with the next one. The longer nothing happens the further apart, a week at the most; a claim that
 * is kept until something becomes possible is spoken of once a quarter. Returns how many were told.
 */
export async function keepWord(context: RecoveryContext): Promise<number> {
  const due = await context.database
    .selectFrom('claims')
    .selectAll()
    .where('state', 'in', waitedFor)
    .where('promised_at', '<=', context.clock.now())
    .orderBy('promised_at')
    .limit(claimsPerRound)
    .execute();
  let told = 0;
  for (const row of due) if (await tellNoNews(context, claimOf(row))) told += 1;
  return told;
}

async function tellNoNews(context: RecoveryContext, claim: Claim): Promise<boolean> {
  const now = context.clock.now();
  const promisedAt = later(now, nextWordAfterMs(claim, now));
  return await context.database.transaction().execute(async (tx) => {
    const written = await tx
      .updateTable('claims')
      .set({ promised_at: promisedAt })
      .where('number', '=', claim.number)
      .where('version', '=', claim.version)
      .where('promised_at', '=', claim.promisedAt)
      .executeTakeFirst();
    if (written.numUpdatedRows !== 1n) return false;
    await promiseAnew(tx, claim.number, promisedAt);
    const before = claim.promisedAt?.toISOString() ?? '';
    await record(tx, context, {
      action: 'recovery.no_news',
      subject: claim.number as ClaimNumber,
      details: { state: claim.state, promised: before },
    });
    return await tell(tx, context, messageWithoutNews({ ...claim, promisedAt }, before));
  });
}

/** As long again as nothing has happened so far: after a day, then two, then four, then each week. */
export function nextWordAfterMs({ state, updatedAt }: Claim, now: Date): number {
  if (state === 'kept') return keptWordMs;
  const quietMs = now.getTime() - updatedAt.getTime();
  return Math.min(Math.max(quietMs, dayMs), 7 * dayMs);
}

/** Whoever lets a claim lie until something becomes possible hears of it this often. */
export const keptWordMs = 90 * dayMs;
