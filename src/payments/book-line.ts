import type { Line } from '../custody/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import {
  type Entry,
  feeInKind,
  feeSwept,
  gasFunded,
  networkFeeSpent,
  post,
  returnSettled,
} from '../ledger/index.ts';
import { type AssetId, amount } from '../money/index.ts';
import { type ChainTransaction, nativeAsset } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import type { PaymentContext } from './payment.ts';
import { setLine } from './set-line.ts';
import { paymentSteps } from './steps.ts';

/**
 * A line's transaction is final. What the plan promised must be seen in it, transfer by transfer; then
 * it is booked, with what the network took, in the transaction that marks the line as final.
 */
export async function bookLine(
  context: PaymentContext,
  work: LineAtWork,
  transaction: ChainTransaction,
): Promise<LineStep> {
  const { payment, line } = work;
  const planned = payment.plan.lines[line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  if (!hasMoved(planned, transaction)) {
    const facts = { line: String(line.index), hash: transaction.hash };
    await stopPayment(context, payment, 'moved_otherwise', facts);
    return 'stopped';
  }
  try {
    await runStep(paymentSteps['payments/book'], () =>
      context.database.transaction().execute((tx) => book(tx, context, work, planned, transaction)),
    );
    return 'went_on';
  } catch (error) {
    if (!(error instanceof BooksRefused)) throw error;
    const facts = { line: String(line.index), code: error.message };
    await stopPayment(context, payment, 'books_refused', facts);
    return 'stopped';
  }
}

/** Rolls back what was booked before the refused entry. */
class BooksRefused extends Error {}

/** Exactly what the plan says, and to whom: an echo in a token's log alone would not do for coins. */
function hasMoved(planned: Line, transaction: ChainTransaction): boolean {
  const { asset, amount: units, recipient } = planned.shows;
  return transaction.transfers.some(
    (transfer) =>
      transfer.asset === asset &&
      transfer.from === planned.from &&
      transfer.to === recipient &&
      transfer.amount === BigInt(units),
  );
}

async function book(
  tx: Tx,
  context: PaymentContext,
  work: LineAtWork,
  planned: Line,
  transaction: ChainTransaction,
): Promise<void> {
  const { hash, fee } = transaction;
  invariant(fee, 'a transaction in a block has paid a fee');
  const went = await setLine(tx, context, work, {
    state: 'final',
    final_hash: hash,
    fee_wei: fee.total,
  });
  if (!went) return;
  for (const entry of entriesFor(work, planned, transaction)) {
    const booked = await post(tx, context, entry);
    if (!booked.ok) throw new BooksRefused(`${entry.key}: ${booked.code}`);
  }
}

function entriesFor(work: LineAtWork, planned: Line, transaction: ChainTransaction): Entry[] {
  const { payment, line } = work;
  const { caseNumber } = payment;
  const { network } = line;
  const moved = amount(planned.shows.asset as AssetId, BigInt(planned.shows.amount));
  const spent = networkFeeSpent({
    caseNumber,
    network,
    payer: {
      kind: planned.purpose === 'gas' ? 'gas_wallet' : 'own_address',
      address: planned.from,
    },
    transaction: transaction.hash,
    fee: amount(nativeAsset(network), transaction.fee?.total ?? 0n),
  });
  switch (planned.purpose) {
    case 'gas':
      return [
        gasFunded({
          caseNumber,
          network,
          gasWallet: planned.from,
          to: planned.to,
          transaction: transaction.hash,
          amount: moved,
        }),
        spent,
      ];
    case 'return':
      return [
        returnSettled({
          caseNumber,
          payment: payment.id,
          network,
          address: planned.from,
          transaction: transaction.hash,
          amount: moved,
        }),
        spent,
      ];
    case 'sweep':
      return [
        feeInKind({ caseNumber, payment: payment.id, fee: moved }),
        feeSwept({
          caseNumber,
          network,
          from: planned.from,
          treasury: planned.shows.recipient,
          transaction: transaction.hash,
          amount: moved,
        }),
        spent,
      ];
  }
}
