import { findCustomer } from '../accounts/index.ts';
import { record } from '../audit/index.ts';
import { note } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { type Again, runStep } from '../jobs/index.ts';
import { feeChargedInFiat, post } from '../ledger/index.ts';
import { invariant, minuteMs, toStoredJson } from '../std/index.ts';
import { type Claim, type ClaimFee, readClaim } from './claim.ts';
import type { RecoveryContext } from './context.ts';
import type { FeeQuote } from './fees/index.ts';
import { recoverySteps } from './jobs.ts';

const tryAgainMs = minuteMs / 4;

/**
 * Takes the fee of a settled payment from the customer's balance in the national currency, tax
 * included, exactly as quoted, and books it. Once: the exchange and the ledger go by the claim's
 * number. A balance that does not cover it is left to the desk; the return stands.
 */
export async function chargeFee(context: RecoveryContext, number: string): Promise<Again> {
  const claim = await readClaim(context.database, number);
  const fee = claim?.choice?.fee;
  if (!claim?.payment || !fee || claim.fee?.status !== 'due') return undefined;
  const customer = await findCustomer(context.database, claim.customer);
  invariant(customer, 'a claim has a customer');
  const charged = await runStep(recoverySteps['recovery/charge'], () =>
    context.exchange.charge({
      idempotencyKey: `recovery-fee/${claim.number}`,
      customer: customer.exchangeId,
      asset: fee.total.asset,
      units: fee.total.units,
      taxUnits: fee.tax.units,
      invoiceNumber: invoiceNumberOf(claim),
      reason: { caseNumber: claim.number, code: 'recovery.fee' },
    }),
  );
  if (charged.ok) {
    await runStep(recoverySteps['recovery/book-fee'], () => book(context, claim, fee));
    return undefined;
  }
  if (charged.code === 'exchange_balance_insufficient') {
    await context.database.transaction().execute((tx) => setFee(tx, context, claim, 'unpaid'));
    return undefined;
  }
  return { againAfterMs: tryAgainMs };
}

/** The invoice carries the claim's own number. */
export function invoiceNumberOf(claim: Pick<Claim, 'number'>): string {
  return `F-${claim.number}`;
}

async function book(context: RecoveryContext, claim: Claim, fee: FeeQuote): Promise<void> {
  await context.database.transaction().execute(async (tx) => {
    const entry = feeChargedInFiat({
      caseNumber: claim.number,
      payment: claim.payment ?? '',
      fee: fee.fee,
      tax: fee.tax,
    });
    const booked = await post(tx, context, entry);
    invariant(booked.ok, `${claim.number}: a charged fee is booked`);
    if (booked.value.status === 'already_posted') return;
    await setFee(tx, context, claim, 'charged');
  });
}

/** The state of the fee is beside the claim's own, which is closed. */
async function setFee(
  tx: Tx,
  context: RecoveryContext,
  claim: Claim,
  status: ClaimFee['status'],
): Promise<void> {
  const fee: ClaimFee = { status, at: context.clock.now() };
  await tx
    .updateTable('claims')
    .set({ fee: toStoredJson(fee) })
    .where('number', '=', claim.number)
    .execute();
  await record(tx, context, { action: `recovery.fee_${status}`, subject: claim.number });
  await note(tx, context, claim.number, {
    kind: `claim.fee_${status}`,
    visible: status === 'charged' ? 'customer' : 'desk',
    facts: { invoice: invoiceNumberOf(claim) },
  });
}
