import { isUniqueViolation } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { type Address, type NodeSet, readNonce, simulateTransfer } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import type { PaymentContext } from './payment.ts';
import { setLine } from './set-line.ts';
import { paymentSteps } from './steps.ts';

/**
 * Tries the line in simulation once more, for the world may have changed since the plan was approved,
 * and reserves a nonce for it. Nothing has left the house yet.
 */
export async function reserveLine(context: PaymentContext, work: LineAtWork): Promise<LineStep> {
  const nodes = context.chains.of(work.line.network);
  if (!nodes) return 'wait';
  const tried = await tryLine(nodes, work);
  if (tried === 'unread') return 'wait';
  if (tried !== 'moves') {
    const facts = { line: String(work.line.index), result: tried };
    await stopPayment(context, work.payment, 'simulation_failed', facts);
    return 'stopped';
  }
  const onChain = await readNonce(nodes, work.line.sender, 'latest');
  if (onChain.status === 'unread') return 'wait';
  return await runStep(paymentSteps['payments/reserve'], () =>
    reserve(context, work, BigInt(onChain.nonce)),
  );
}

async function tryLine(nodes: NodeSet, { payment, line }: LineAtWork) {
  const planned = payment.plan.lines[line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  const { asset, amount, recipient } = planned.shows;
  const token = (/\/token:(0x[0-9a-f]{40})$/.exec(asset)?.[1] ?? null) as Address | null;
  const tried = await simulateTransfer(nodes, {
    token,
    from: line.sender,
    to: recipient as Address,
    amount: BigInt(amount),
  });
  return tried.status;
}

/** The next nonce that the chain has not used and no line holds. Two that race: one waits its turn. */
async function reserve(
  context: PaymentContext,
  work: LineAtWork,
  onChain: bigint,
): Promise<LineStep> {
  const { line } = work;
  const held = await context.database
    .selectFrom('payment_lines')
    .select((on) => on.fn.max('nonce').as('highest'))
    .where('network', '=', line.network)
    .where('sender', '=', line.sender)
    .executeTakeFirst();
  const highest = held?.highest ?? null;
  const next = highest !== null && highest >= onChain ? highest + 1n : onChain;
  try {
    const kept = await setLine(context.database, context, work, { nonce: next, state: 'reserved' });
    return kept ? 'went_on' : 'wait';
  } catch (error) {
    if (isUniqueViolation(error, 'payment_lines_nonce_once')) return 'wait';
    throw error;
  }
}
