import { ownersOf } from '../accounts/index.ts';
import { type Address, readTransaction, type TxHash } from '../networks/index.ts';
import { done, later, minuteMs, type Outcome, refuse } from '../std/index.ts';
import type { Claim } from './claim.ts';
import type { RecoveryContext } from './context.ts';

/** The clock of a network and ours may differ by this much. */
const clocksDifferMs = minuteMs;

/**
 * Did `hash` send exactly the set amount, in the network's own coin, from the wallet to a deposit
 * address of this very customer, final, and since it was asked for? The value of a transaction itself
 * is sent by a key, never by a contract, and a key is the same on every network: so it may have been
 * sent on any. Answers with the transfer's key as evidence.
 */
export async function sentSetAmount(
  context: RecoveryContext,
  claim: Claim,
  challenge: { readonly address: Address; readonly setUnits: bigint; readonly madeAt: Date },
  hash: TxHash,
): Promise<Outcome<string, 'wallet_not_proven' | 'wallet_proof_unread'>> {
  let unread = false;
  for (const nodes of context.chains.all) {
    const reading = await readTransaction(nodes, hash);
    if (reading.status === 'unread') unread = true;
    if (reading.status !== 'found') continue;
    const { transaction } = reading;
    if (!transaction.final) return refuse('wallet_proof_unread', { address: challenge.address });
    const minedAt = transaction.blockTime;
    if (minedAt === null || minedAt < later(challenge.madeAt, -clocksDifferMs)) continue;
    for (const transfer of transaction.transfers) {
      if (transfer.kind !== 'native' || transfer.from !== challenge.address) continue;
      if (transfer.amount !== challenge.setUnits) continue;
      const owners = await ownersOf(context.database, transfer.to);
      const own = owners.issued.some((issue) => issue.customer === claim.customer);
      if (own) return done(`${nodes.network.id}/${hash}/${transfer.path}`);
    }
  }
  const facts = { address: challenge.address };
  return unread ? refuse('wallet_proof_unread', facts) : refuse('wallet_not_proven', facts);
}
