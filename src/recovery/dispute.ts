import type { Tx } from '../db/index.ts';
import { changeClaim } from './change-claim.ts';
import { type Claim, claimOf, type Hold } from './claim.ts';
import type { Conclusion } from './conclude.ts';
import type { RecoveryContext } from './context.ts';
import type { Facts } from './diagnosis/index.ts';
import type { Focus } from './focus-on.ts';
import { nextState } from './states.ts';

/** Several customers claim one transfer. */
export interface Dispute {
  /** Whether the claim that is looked at waits for a person. */
  readonly holdsClaim: boolean;
  /** The others' claims that wait with it. */
  readonly rivals: readonly Claim[];
}

/** Nobody else claims it, or nobody who counts. */
/** Nobody else claims it. */
export const undisputed: Dispute = { holdsClaim: false, rivals: [] };

/**
 * Who else claims this transfer? Everybody can read the chain, so a claim alone says nothing: what
 * counts is a title, which is to be the customer of the receiving address, to have shown the sending
 * wallet, or a person's correction. Claims with a title hold each other. One without holds nobody up,
 * and is held itself should it ever come to be paid.
 */
export async function disputeOf(
  tx: Tx,
  claim: Claim,
  facts: Facts,
  focus: Focus | null,
  { step }: Conclusion,
): Promise<Dispute> {
  if (!focus?.ours || focus.key === null) return undisputed;
  const rivals = await rivalsOf(tx, claim, focus.key);
  const hasTitle = (one: Claim) => one.correction !== null || titled(facts, focus, one.customer);
  if (hasTitle(claim)) {
    const serious = rivals.filter(hasTitle);
    return { holdsClaim: serious.length > 0, rivals: serious };
  }
  return { holdsClaim: rivals.length > 0 && step === 'answer', rivals: [] };
}

function titled({ addresses, provenSenders }: Facts, { transfer }: Focus, customer: string) {
  const receives =
    addresses.read &&
    addresses.entries.some((one) => one.address === transfer.to && one.customer === customer);
  const sent = provenSenders.some(
    (one) => one.address === transfer.from && one.customer === customer,
  );
  return receives || sent;
}

/** Claims of other customers for the very same transfer that are still open. */
async function rivalsOf(tx: Tx, claim: Claim, transferKey: string): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claims')
    .selectAll()
    .where('transfer_key', '=', transferKey)
    .where('customer_id', '<>', claim.customer)
    .where('state', 'not in', ['withdrawn', 'refused'])
    .forUpdate()
    .execute();
  return rows.map(claimOf);
}

/** Why a claim waits that somebody else has a title to as well. */
export function claimedTwice(by: string, at: Date): Hold {
  return {
    by,
    at,
    code: 'claimed_twice',
    reason: 'Two customers claim this transfer; neither goes on before a person has looked.',
  };
}

/** What can still be stopped is stopped; what is already paid stands, and the newcomer waits alone. */
export async function holdRival(tx: Tx, context: RecoveryContext, rival: Claim): Promise<void> {
  if (rival.state === 'held' || nextState(rival.state, 'hold') === null) return;
  const hold = claimedTwice(context.actor.id, context.clock.now());
  const audit = { action: 'recovery.hold', details: { code: hold.code } };
  await changeClaim(tx, context, rival, 'hold', { hold }, audit);
}
