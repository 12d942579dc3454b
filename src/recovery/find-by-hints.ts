import type { Tx } from '../db/index.ts';
import type { NetworkId } from '../networks/index.ts';
import { profiles } from '../profiles/index.ts';
import { dayMs, invariant, later } from '../std/index.ts';
import { changeClaim } from './change-claim.ts';
import type { Answer, Claim } from './claim.ts';
import { nextLookMs } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import { lookJob } from './jobs.ts';
import { matchHints } from './match-hints.ts';
import { blocksLongAgo, listSeenDeposits, type SeenDeposits } from './seen-deposits.ts';

/**
 * The claim with the transaction that fits what the customer remembers, among those at their own
 * addresses that were neither credited nor reported; null when none fits yet. Of several that fit alike
 * the newest is taken: all of them are the customer's, and the others can still be reported.
 */
export async function findByHints(
  context: RecoveryContext,
  claim: Claim,
): Promise<{ readonly found: Claim | null; readonly seen: SeenDeposits }> {
  invariant(claim.hints !== null, 'a claim without a transaction has what is remembered');
  const seen = await listSeenDeposits(context, claim.customer, blocksLongAgo);
  const { calendar } = profiles[context.profile];
  const [best] = matchHints(seen.deposits, claim.hints, calendar, claim.createdAt);
  if (!best) return { found: null, seen };
  const { hash, network, key } = best;
  return { found: { ...claim, transactionHash: hash, network, transferKey: key }, seen };
}

/** Nothing fits yet: the claim waits, and is looked for again. Told once. */
export async function waitForHints(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  seen: SeenDeposits,
): Promise<boolean> {
  const at = context.clock.now();
  const answer = answerWhileSearching(seen.unread);
  const changed =
    claim.state === 'waiting'
      ? claim
      : await changeClaim(
          tx,
          context,
          claim,
          'conclude_nothing',
          { answer, promisedAt: later(at, dayMs) },
          { action: 'recovery.answer', details: { code: 'NOT_FOUND', transfer: null } },
        );
  if (!changed) return false;
  const afterMs = nextLookMs('NOT_FOUND', changed.updatedAt, at);
  await context.queue.enqueue(tx, lookJob, { claim: claim.number }, { afterMs });
  return true;
}

/** A network that can't be read is no network on which nothing was found. */
function answerWhileSearching(unread: readonly NetworkId[]): Answer {
  const change = {
    ja: '取引の番号がわかりましたら、あらためてお知らせください。早く見つかります。',
    en: 'If you come across the transaction id, tell us: that is faster.',
  };
  if (unread.length > 0) {
    return {
      why: {
        ja: 'いま確認できないネットワークがあります。届いていないという意味ではありません。定期的に調べなおし、見つかりましたらお知らせします。',
        en: 'We can’t read some networks right now. That doesn’t mean it is lost. We look again by ourselves and will tell you what we find.',
      },
      change,
    };
  }
  return {
    why: {
      ja: 'お客さまのアドレスに届いた記録の中に、お申し出に合うものはまだありません。送り元で処理が終わっていないことがあります。定期的に調べなおし、見つかりましたらお知らせします。',
      en: 'Among what reached your addresses there is nothing like it yet. The sender may not have processed it. We look again by ourselves and will tell you what we find.',
    },
    change,
  };
}
