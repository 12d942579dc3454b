import { custodyProblems, type Fees, type SignedLine } from '../custody/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import { invariant } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { expirePayment, stopPayment } from './change-payment.ts';
import { unlessOwed } from './check-owed.ts';
import { lineFees } from './line-fees.ts';
import { mayHavePaid } from './may-have-paid.ts';
import type { PaymentContext } from './payment.ts';
import { setLine } from './set-line.ts';
import { paymentSteps } from './steps.ts';

/**
 * Has the reserved line signed at today's price, within the plan's cap, and stores the bytes. They are
 * committed before anybody sees them: only `send-line.ts` broadcasts, and only what is stored. Should
 * the price have passed the cap since the nonce was reserved, the cap itself is offered and the nodes
 * wait for the price to fall.
 */
export async function signLine(context: PaymentContext, work: LineAtWork): Promise<LineStep> {
  const nodes = context.chains.of(work.line.network);
  if (!nodes) return 'wait';
  const halted = work.line.purpose === 'return' ? await unlessOwed(context, work.payment) : null;
  if (halted) return halted;
  const price = await lineFees(nodes, work);
  return price ? await signWith(context, work, price.fees, 1) : 'wait';
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
    const facts: Record<string, string> = {
      code: signed.code,
      ...signed.facts,
      line: String(line.index),
    };
    const hasExpired = facts['code'] === 'plan_expired' && !(await mayHavePaid(context, payment));
    return hasExpired
      ? await expirePayment(context, payment)
      : await stopPayment(context, payment, 'signer_refused', facts);
  }
  const stored = await runStep(paymentSteps['payments/store'], () =>
    context.database
      .transaction()
      .execute((tx) => store(tx, context, work, signed.value, { nonce, attempt })),
  );
  return stored ? 'went_on' : 'wait';
}

/** `signed.fees` are those in the bytes, which the signer may have given for a higher price before. */
async function store(
  tx: Tx,
  context: PaymentContext,
  work: LineAtWork,
  signed: SignedLine,
  { nonce, attempt }: { readonly nonce: bigint; readonly attempt: number },
): Promise<boolean> {
  const { payment, line } = work;
  await tx
    .insertInto('signed_transactions')
    .values({
      network: line.network,
      hash: signed.hash,
      payment_id: payment.id,
      line: line.index,
      attempt,
      nonce,
      raw: signed.rawTransaction,
      fees: JSON.stringify(signed.fees),
      signed_at: context.clock.now(),
    })
    .onConflict((on) => on.columns(['network', 'hash']).doNothing())
    .execute();
  return await setLine(tx, context, work, { state: 'signed' });
}
