import { runStep } from '../jobs/index.ts';
import {
  broadcast,
  type ChainTransaction,
  type NodeSet,
  readNonce,
  readTransaction,
} from '../networks/index.ts';
import { invariant, minuteMs } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import { capOf } from './line-fees.ts';
import type { PaymentContext } from './payment.ts';
import { raisedFees } from './raised-fees.ts';
import { signWith } from './sign-line.ts';
import { type SignedTransaction, signedOf } from './signed-transactions.ts';
import { paymentSteps } from './steps.ts';

/** A transaction that no block has taken for this long is replaced by one that pays more, if it may. */
const stuckAfterMs = 3 * minuteMs;
const attemptsMax = 8;

/** What is done with a line whose transaction is final: it is booked, whether it succeeded or not. */
type WhenFinal = (
  context: PaymentContext,
  work: LineAtWork,
  transaction: ChainTransaction,
) => Promise<LineStep>;

/**
 * Watches every transaction that was ever signed for the line, since any of them may be the one that
 * is mined. Final: handed on. Forgotten by the nodes: sent again. In no block for long: replaced at
 * the same nonce. Unread: nothing is concluded.
 *
 * The transactions are read before the nonce, and read again when the nonce turns out to be used: one
 * that was mined in between is found then, and only a nonce that none of ours has used is taken.
 */
export async function followLine(
  context: PaymentContext,
  work: LineAtWork,
  whenFinal: WhenFinal,
): Promise<LineStep> {
  const nodes = context.chains.of(work.line.network);
  if (!nodes) return 'wait';
  const attempts = await signedOf(context.database, work);
  invariant(attempts.length > 0, 'a sent line has signed transactions');
  const seen = await findMined(nodes, attempts);
  if (seen === 'unread') return 'wait';
  if (seen.mined) return seen.mined.final ? await whenFinal(context, work, seen.mined) : 'wait';
  const onChain = await readNonce(nodes, work.line.sender, 'latest');
  if (onChain.status === 'unread') return 'wait';
  invariant(work.line.nonce !== null, 'a sent line has a nonce');
  return BigInt(onChain.nonce) > work.line.nonce
    ? await nonceGone(context, work, nodes, attempts)
    : await pushOn(context, work, nodes, { attempts, isKnown: seen.known > 0 });
}

interface Seen {
  /** The attempt that is in a block; there can be one at most. */
  readonly mined: ChainTransaction | null;
  /** How many of the attempts the nodes know. */
  readonly known: number;
}

async function findMined(
  nodes: NodeSet,
  attempts: readonly SignedTransaction[],
): Promise<Seen | 'unread'> {
  let known = 0;
  for (const { hash } of attempts) {
    const reading = await readTransaction(nodes, hash);
    if (reading.status === 'unread') return 'unread';
    if (reading.status === 'not_found') continue;
    known += 1;
    if (reading.transaction.blockNumber !== null) return { mined: reading.transaction, known };
  }
  return { mined: null, known };
}

/** No attempt is in a block, and the nonce is free: what no node remembers is sent again. */
async function pushOn(
  context: PaymentContext,
  work: LineAtWork,
  nodes: NodeSet,
  seen: { readonly attempts: readonly SignedTransaction[]; readonly isKnown: boolean },
): Promise<LineStep> {
  const newest = seen.attempts[0];
  invariant(newest, 'a sent line has signed bytes');
  if (!seen.isKnown) {
    await runStep(paymentSteps['payments/send'], () => broadcast(nodes, newest.raw));
  }
  const waitedMs = context.clock.now().getTime() - (newest.sentAt?.getTime() ?? 0);
  if (waitedMs < stuckAfterMs || newest.attempt >= attemptsMax) return 'wait';
  return await replace(context, work, nodes, newest);
}

/**
 * The chain counts past the line's nonce, yet knows none of its transactions at a second look: somebody
 * else used the key. A person must see that; nothing is signed at another nonce.
 */
async function nonceGone(
  context: PaymentContext,
  work: LineAtWork,
  nodes: NodeSet,
  attempts: readonly SignedTransaction[],
): Promise<LineStep> {
  const again = await findMined(nodes, attempts);
  if (again === 'unread' || again.mined) return 'wait';
  const facts = { line: String(work.line.index), nonce: String(work.line.nonce) };
  return await stopPayment(context, work.payment, 'nonce_taken', facts);
}

async function replace(
  context: PaymentContext,
  work: LineAtWork,
  nodes: NodeSet,
  newest: SignedTransaction,
): Promise<LineStep> {
  const fees = await raisedFees(nodes, newest.fees, capOf(work));
  if (!fees) return 'wait';
  return await runStep(paymentSteps['payments/replace'], () =>
    signWith(context, work, fees, newest.attempt + 1),
  );
}
