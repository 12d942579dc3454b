import { isUniqueViolation, type Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { type NodeSet, readNonce, simulateTransfer } from '../networks/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import { unlessOwed } from './check-owed.ts';
import { lineFees, orderOf } from './line-fees.ts';
import type { PaymentContext } from './payment.ts';
import { setLine } from './set-line.ts';
import { paymentSteps } from './steps.ts';

/**
 * Tries the line in simulation once more, for the world may have changed since the plan was approved,
 * and reserves a nonce for it. Nothing has left the house yet. While gas costs more than the plan
 * allows no nonce is taken: whatever else the same wallet has to send would wait behind it.
 */
export async function reserveLine(context: PaymentContext, work: LineAtWork): Promise<LineStep> {
  const nodes = context.chains.of(work.line.network);
  if (!nodes) return 'wait';
  // Before the first line there is not even gas spent in vain.
  const halted = work.line.index === 0 ? await unlessOwed(context, work.payment) : null;
  if (halted) return halted;
  const tried = await tryLine(nodes, work);
  if (tried === 'unread') return 'wait';
  if (tried !== 'moves') {
    const facts = { line: String(work.line.index), result: tried };
    return await stopPayment(context, work.payment, 'simulation_failed', facts);
  }
  const price = await lineFees(nodes, work);
  if (!price?.isWithinCap) return 'wait';
  const onChain = await readNonce(nodes, work.line.sender, 'latest');
  if (onChain.status === 'unread') return 'wait';
  return await runStep(paymentSteps['payments/reserve'], () =>
    reserve(context, work, BigInt(onChain.nonce)),
  );
}

async function tryLine(nodes: NodeSet, work: LineAtWork) {
  const tried = await simulateTransfer(nodes, orderOf(work));
  return tried.status;
}

/**
 * The lowest nonce that the chain has not used and no line holds: a gap that a cancelled payment left
 * is filled first, and nonces that the key used without Kaeru are passed over. Two that race try again.
 */
async function reserve(
  context: PaymentContext,
  work: LineAtWork,
  onChain: bigint,
): Promise<LineStep> {
  try {
    const kept = await context.database.transaction().execute(async (tx) => {
      const nonce = await lowestFree(tx, work, onChain);
      return await setLine(tx, context, work, { nonce, state: 'reserved' });
    });
    return kept ? 'went_on' : 'wait';
  } catch (error) {
    if (isUniqueViolation(error, 'payment_lines_nonce_once')) return 'went_on';
    throw error;
  }
}

async function lowestFree(tx: Tx, { line }: LineAtWork, onChain: bigint): Promise<bigint> {
  const held = await tx
    .selectFrom('payment_lines')
    .select('nonce')
    .where('network', '=', line.network)
    .where('sender', '=', line.sender)
    .where('nonce', '>=', onChain)
    .orderBy('nonce')
    .execute();
  let free = onChain;
  for (const { nonce } of held) if (nonce === free) free += 1n;
  return free;
}
