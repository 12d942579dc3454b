import type { Amount } from '../../money/index.ts';
import { owedToClaim, recoveryFeeIncome } from '../chart.ts';
import type { Entry } from '../entry.ts';

/** A fee kept back from what is returned. */
export interface FeeInKind {
  readonly caseNumber: string;
  /** The payment that the fee was quoted for: one payment, one fee. */
  readonly payment: string;
  /** In the asset that is returned. */
  readonly fee: Amount;
}

/**
 * The recovery fee is kept back from what is returned. Booked with the settlement, never before it.
 *
 * | debit (we owe less) | credit (we earned) | amount |
 * | --- | --- | --- |
 * | owed/claim/number | income/recovery-fee | the fee of the quote |
 */
export function feeInKind(input: FeeInKind): Entry {
  return {
    template: 'fee-in-kind',
    key: `fee-in-kind/${input.payment}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { payment: input.payment },
    transfers: [
      { debit: owedToClaim(input.caseNumber), credit: recoveryFeeIncome, amount: input.fee },
    ],
  };
}
