import type { Payment, StillOwed } from '../payments/index.ts';
import { type Claim, readClaim } from './claim.ts';
import { topReason } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import { type Diagnosis, diagnose } from './diagnosis/index.ts';
import { type Focus, focusOn } from './focus-on.ts';
import { gatherFacts } from './gather-facts.ts';
import { screenDestination } from './screen-destination.ts';

/**
 * Is what the claim was quoted for still so? Days pass between a quote and its payment: meanwhile the
 * exchange may have credited the deposit itself, the chain may have taken it back, its parties or the
 * destination may have come to stand on a list. All of it is read once more, and the diagnosis must be
 * the one that was answered. A person's correction was made of that diagnosis, and holds as long.
 */
export async function stillOwed(context: RecoveryContext, claim: Claim): Promise<StillOwed> {
  const before = claim.diagnosis && focusOn(claim.diagnosis, claim);
  if (!claim.diagnosis || !before?.key) return 'no';
  const found = diagnose(await gatherFacts(context, claim));
  const now = focusOn(found, claim);
  const then = topReason(claim.diagnosis, before);
  const reason = topReason(found, now);
  if (now && isSame(before, now) && reason.code === then.code && reason.outcome === then.outcome) {
    return 'yes';
  }
  return isUnread(found, now) ? 'unread' : 'no';
}

/** The same for a payment's claim, with its destination: asked by payments before anything is signed. */
export async function paymentStillOwed(
  context: RecoveryContext,
  payment: Payment,
): Promise<StillOwed> {
  const claim = await readClaim(context.database, payment.caseNumber);
  if (claim?.payment !== payment.id) return 'no';
  const destination = claim.destination?.address;
  if (payment.kind === 'return' && !destination) return 'no';
  if (payment.kind === 'return' && destination) {
    const screened = await screenDestination(context, destination);
    if (!screened.ok) return isSilence(screened.facts['because']) ? 'unread' : 'no';
  }
  return await stillOwed(context, claim);
}

/** No list or no signer to ask, which is not to say that the destination is refused for good. */
function isSilence(because: string | undefined): boolean {
  return because === 'no_list_loaded' || because === 'signer_unread';
}

function isSame(before: Focus, now: Focus): boolean {
  const [a, b] = [before.transfer, now.transfer];
  return (
    before.key === now.key &&
    before.owner === now.owner &&
    a.to === b.to &&
    a.from === b.from &&
    a.asset === b.asset &&
    a.amount === b.amount
  );
}

/** What an answer waits for while a node, the exchange, a list or the signer is silent. */
const missingAnswers: readonly string[] = [
  'fact_is_read',
  'node_answers',
  'control_shown',
  'key_rederived',
  'contract_deployable',
];

/** It waits because an answer is missing; not because what was answered is something else. */
function isUnread(found: Diagnosis, now: Focus | null): boolean {
  const reasons = [...(now?.reasons ?? []), ...found.reasons];
  return (
    (now === null && found.unread.length > 0) ||
    reasons.some(
      ({ outcome, wouldChange }) => outcome === 'wait' && missingAnswers.includes(wouldChange.code),
    )
  );
}
