import { note } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import type { Diagnosis } from './diagnosis/index.ts';
import { type Focus, siblingsOf } from './focus-on.ts';
import { insertClaim } from './insert-claim.ts';

/** One transaction brings at most this many claims; the rest are for a person to look through. */
const siblingsMax = 50;

/**
 * One transaction may have brought the customer several things. Each transfer is owed, priced and paid
 * on its own, so each gets its own claim, in the transaction that stores the answer to the first. A
 * transfer that the customer has a claim of already gets no second one.
 */
export async function fileSiblings(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  diagnosis: Diagnosis,
  focus: Focus | null,
): Promise<void> {
  const found = siblingsOf(diagnosis, claim, focus).slice(0, siblingsMax);
  if (found.length === 0 || claim.transactionHash === null) return;
  const known = await tx
    .selectFrom('claims')
    .select('transfer_key')
    .where('customer_id', '=', claim.customer)
    .where('transaction_hash', '=', claim.transactionHash)
    .where('transfer_key', 'is not', null)
    .execute();
  for (const { key, network } of found) {
    if (key === null || known.some((one) => one.transfer_key === key)) continue;
    const { customer, language, said, wishes, transactionHash: hash } = claim;
    const about = { network, key, after: claim.number };
    const sibling = await insertClaim(tx, context, {
      ...{ customer, language, said, wishes, hash, about },
    });
    await note(tx, context, claim.number, {
      kind: 'claim.sibling_filed',
      visible: 'customer',
      facts: { number: sibling.number, transfer: key },
    });
  }
}
