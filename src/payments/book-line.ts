import type { Line } from '../custody/index.ts';
import type { Tx } from '../db/index.ts';
import { runStep } from '../jobs/index.ts';
import {
  type Entry,
  feeInKind,
  feeSwept,
  gasFunded,
  networkFeeSpent,
  returnSettled,
} from '../ledger/index.ts';
import { type AssetId, amount } from '../money/index.ts';
import { type ChainTransaction, nativeAsset } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { LineAtWork, LineStep } from './advance-payment.ts';
import { stopPayment } from './change-payment.ts';
import type { PaymentContext } from './payment.ts';
import { BooksRefused, postAll } from './post-all.ts';
import { setLine } from './set-line.ts';
import { paymentSteps } from './steps.ts';

/**
 * A line's transaction is final. What the plan promised must be seen in it, transfer by transfer; then
 * it is booked, with what the network took, in the transaction that marks the line as final. One that
 * failed moved nothing and never will: only its fee is booked. A person decides what comes then, unless
 * it was the sweep of our own fee, which holds nobody up: it stays where it is.
 */
export async function bookLine(
  context: PaymentContext,
  work: LineAtWork,
  transaction: ChainTransaction,
): Promise<LineStep> {
  const { payment, line } = work;
  const planned = payment.plan.lines[line.index];
  invariant(planned, 'a line of a payment is a line of its plan');
  const facts = { line: String(line.index), hash: transaction.hash };
  const succeeded = transaction.state === 'succeeded';
  if (succeeded && !hasMoved(planned, transaction)) {
    return await stopPayment(context, payment, 'moved_otherwise', facts);
  }
  try {
    return await runStep(paymentSteps['payments/book'], () =>
      context.database.transaction().execute((tx) => book(tx, context, work, planned, transaction)),
    );
  } catch (error) {
    if (!(error instanceof BooksRefused)) throw error;
    return await stopPayment(context, payment, 'books_refused', { ...facts, code: error.message });
  }
}

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
): Promise<LineStep> {
  const { hash, fee, state } = transaction;
  invariant(fee, 'a transaction in a block has paid a fee');
  const succeeded = state === 'succeeded';
  const went = await setLine(tx, context, work, {
    state: succeeded ? 'final' : 'failed',
    final_hash: hash,
    fee_wei: fee.total,
  });
  if (!went) return 'went_on';
  const moved = succeeded ? movedEntries(work, planned, transaction) : [];
  await postAll(tx, context, [...moved, spentEntry(work, planned, transaction)]);
  return 'went_on';
}

/** What the network took, whether the transaction succeeded or not. */
function spentEntry({ payment, line }: LineAtWork, planned: Line, transaction: ChainTransaction) {
  const kind = planned.purpose === 'gas' ? 'gas_wallet' : 'own_address';
  return networkFeeSpent({
    caseNumber: payment.caseNumber,
    network: line.network,
    payer: { kind, address: planned.from },
    transaction: transaction.hash,
    fee: amount(nativeAsset(line.network), transaction.fee?.total ?? 0n),
  });
}

function movedEntries(work: LineAtWork, planned: Line, transaction: ChainTransaction): Entry[] {
  const { payment, line } = work;
  const { caseNumber } = payment;
  const { network } = line;
  const moved = amount(planned.shows.asset as AssetId, BigInt(planned.shows.amount));
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
      ];
  }
}
