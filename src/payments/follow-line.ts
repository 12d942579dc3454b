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
import type { PaymentContext } from './payment.ts';
import { raisedFees } from './raised-fees.ts';
import { signWith } from './sign-line.ts';
import { type SignedTransaction, signedOf } from './signed-transactions.ts';
import { paymentSteps } from './steps.ts';

/** A transaction that no block has taken for this long is replaced by one that pays more. */
const stuckAfterMs = 3 * minuteMs;
const attemptsMax = 8;

/** What is done with a line whose transaction is final: it is booked. */
type WhenFinal = (
  context: PaymentContext,
  work: LineAtWork,
  transaction: ChainTransaction,
) => Promise<LineStep>;

/**
 * Watches every transaction that was ever signed for the line, since any of them may be the one that
 * is mined. Final: handed on. Failed: stopped. In no block for long: replaced at the same nonce.
 * Forgotten by the nodes: sent again. Unread: nothing is concluded.
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
  let known = 0;
  for (const { hash } of attempts) {
    const reading = await readTransaction(nodes, hash);
    if (reading.status === 'unread') return 'wait';
    if (reading.status === 'not_found') continue;
    known += 1;
    const { transaction } = reading;
    if (transaction.blockNumber === null) continue;
    if (!transaction.final) return 'wait';
    if (transaction.state === 'succeeded') return await whenFinal(context, work, transaction);
    const facts = { line: String(work.line.index), hash, state: transaction.state };
    await stopPayment(context, work.payment, 'transaction_failed', facts);
    return 'stopped';
  }
  return await moveOn(context, work, nodes, { attempts, known });
}

/** No attempt is in a block. */
async function moveOn(
  context: PaymentContext,
  work: LineAtWork,
  nodes: NodeSet,
  { attempts, known }: { readonly attempts: readonly SignedTransaction[]; readonly known: number },
): Promise<LineStep> {
  const { line } = work;
  const newest = attempts[0];
  invariant(newest && line.nonce !== null, 'a sent line has a nonce and signed bytes');
  const onChain = await readNonce(nodes, line.sender, 'latest');
  if (onChain.status === 'unread') return 'wait';
  if (BigInt(onChain.nonce) > line.nonce) return await nonceGone(context, work, nodes, attempts);
  if (known === 0) {
    await runStep(paymentSteps['payments/send'], () => broadcast(nodes, newest.raw));
    return 'wait';
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
  for (const { hash } of attempts) {
    const again = await readTransaction(nodes, hash);
    if (again.status === 'unread') return 'wait';
    if (again.status === 'found' && again.transaction.blockNumber !== null) return 'wait';
  }
  const facts = { line: String(work.line.index), nonce: String(work.line.nonce) };
  await stopPayment(context, work.payment, 'nonce_taken', facts);
  return 'stopped';
}

async function replace(
  context: PaymentContext,
  work: LineAtWork,
  nodes: NodeSet,
  newest: SignedTransaction,
): Promise<LineStep> {
  const planned = work.payment.plan.lines[work.line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  const fees = await raisedFees(nodes, newest.fees, BigInt(planned.feeWeiMax));
  if (!fees) return 'wait';
  return await runStep(paymentSteps['payments/replace'], () =>
    signWith(context, work, fees, newest.attempt + 1),
  );
}
