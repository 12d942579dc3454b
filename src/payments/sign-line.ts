import { custodyProblems, type Fees, type SignedLine } from '../custody/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import type { Address } from '../networks/index.ts';
import { estimateTransferGas, type FeeQuote, type NodeSet, quoteFees } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import type { PaymentContext } from './payment.ts';
import { setLine } from './set-line.ts';
import { paymentSteps } from './steps.ts';

/** A line may need this much more gas than was estimated, in percent. */
const gasLimitPercent = 130n;

/**
 * Has the reserved line signed at today's price, within the plan's cap, and stores the bytes. They are
 * committed before anybody sees them: only `send-line.ts` broadcasts, and only what is stored.
 */
export async function signLine(context: PaymentContext, work: LineAtWork): Promise<LineStep> {
  const nodes = context.chains.of(work.line.network);
  if (!nodes) return 'wait';
  const fees = await feesFor(nodes, work);
  return fees ? await signWith(context, work, fees, 1) : 'wait';
}

/** Signs the line with these fees as its `attempt`th, and stores the bytes. */
export async function signWith(
  context: PaymentContext,
  work: LineAtWork,
  fees: Fees,
  attempt: number,
): Promise<LineStep> {
  const { payment, line } = work;
  const { nonce } = line;
  invariant(nonce !== null, 'a line is signed at a reserved nonce');
  const { signatures, cluster } = payment.approvals;
  const signed = await runStep(paymentSteps['payments/sign'], () =>
    context.custody.sign({
      plan: payment.plan,
      ...(cluster ? { cluster } : {}),
      approvals: signatures,
      line: line.index,
      nonce: Number(nonce),
      fees,
    }),
  );
  if (!signed.ok) {
    if (custodyProblems[signed.code].lasts === 'transient') return 'wait';
    const facts = { code: signed.code, ...signed.facts, line: String(line.index) };
    await stopPayment(context, payment, 'signer_refused', facts);
    return 'stopped';
  }
  const stored = await runStep(paymentSteps['payments/store'], () =>
    context.database.transaction().execute((tx) => store(tx, context, work, signed.value, attempt)),
  );
  return stored ? 'went_on' : 'wait';
}

async function store(
  tx: Tx,
  context: PaymentContext,
  work: LineAtWork,
  signed: SignedLine,
  attempt: number,
): Promise<boolean> {
  const { payment, line } = work;
  invariant(line.nonce !== null, 'a line is signed at a reserved nonce');
  await tx
    .insertInto('signed_transactions')
    .values({
      network: line.network,
      hash: signed.hash,
      payment_id: payment.id,
      line: line.index,
      attempt,
      nonce: line.nonce,
      raw: signed.rawTransaction,
      // Asked again after a lost answer, the signer gives the earlier bytes with their own fees.
      fees: JSON.stringify(signed.fees),
      signed_at: context.clock.now(),
    })
    .onConflict((on) => on.columns(['network', 'hash']).doNothing())
    .execute();
  return await setLine(tx, context, work, { state: 'signed' });
}

/** Today's price, cut to what the plan allows. Null when the nodes gave none. */
async function feesFor(nodes: NodeSet, { payment, line }: LineAtWork): Promise<Fees | null> {
  const planned = payment.plan.lines[line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  const quoted = await quoteFees(nodes);
  if (quoted.status === 'unread') return null;
  const { asset, amount, recipient } = planned.shows;
  const token = (/\/token:(0x[0-9a-f]{40})$/.exec(asset)?.[1] ?? null) as Address | null;
  const to = recipient as Address;
  const gas = await estimateTransferGas(nodes, {
    token,
    from: line.sender,
    to,
    amount: BigInt(amount),
  });
  if (gas.status !== 'estimated') return null;
  const gasLimit = (gas.gas * gasLimitPercent) / 100n;
  return withinCap(quoted, gasLimit, BigInt(planned.feeWeiMax) - quoted.dataFeeMax);
}

/** Null when even the lowest price of today is above the cap: the plan has to wait or be made anew. */
function withinCap(quoted: FeeQuote, gasLimit: bigint, capWei: bigint): Fees | null {
  const priceMax = capWei / gasLimit;
  const limit = gasLimit.toString();
  if (quoted.type === 'legacy') {
    if (quoted.gasPrice > priceMax) return null;
    return { type: 'legacy', gasPriceWei: quoted.gasPrice.toString(), gasLimit: limit };
  }
  if (quoted.baseFee + quoted.maxPriorityFeePerGas > priceMax) return null;
  const maxFee = quoted.maxFeePerGas < priceMax ? quoted.maxFeePerGas : priceMax;
  return {
    type: 'eip1559',
    maxFeePerGasWei: maxFee.toString(),
    maxPriorityFeePerGasWei: quoted.maxPriorityFeePerGas.toString(),
    gasLimit: limit,
  };
}
