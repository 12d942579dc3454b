import { type Amount, add } from '../../money/index.ts';
import { invariant } from '../../std/index.ts';
import { consumptionTaxPayable, exchangeReceivable, recoveryFeeIncome } from '../chart.ts';
import type { Entry } from '../entry.ts';

/** A fee that the exchange charged in the national currency. */
export interface FeeChargedInFiat {
  readonly caseNumber: string;
  /** The payment that the fee was quoted for: one payment, one fee. */
  readonly payment: string;
  /** Without the tax. */
  readonly fee: Amount;
  /** Of the same currency; may be zero. */
  readonly tax: Amount;
}

/**
 * The exchange has charged the fee to the customer's account in the national currency, because what
 * is returned may not be taken as a fee: the whole of it goes back.
 *
 * | debit (the exchange owes us) | credit | amount |
 * | --- | --- | --- |
 * | receivable/exchange | income/recovery-fee (we earned) | the fee |
 * | receivable/exchange | tax/consumption (we owe the state) | the tax, where there is any |
 */
export function feeChargedInFiat(input: FeeChargedInFiat): Entry {
  const { caseNumber, payment, fee, tax } = input;
  invariant(fee.asset.startsWith('fiat:'), `${fee.asset} is a national currency`);
  const total = add(fee, tax);
  const lines = [
    { debit: exchangeReceivable, credit: recoveryFeeIncome, amount: fee },
    { debit: exchangeReceivable, credit: consumptionTaxPayable, amount: tax },
  ];
  return {
    template: 'fee-charged-in-fiat',
    key: `fee-charged-in-fiat/${payment}`,
    follows: null,
    caseNumber,
    facts: { payment, total: total.units.toString() },
    transfers: lines.filter((line) => line.amount.units > 0n),
  };
}
