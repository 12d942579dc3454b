import type { Amount } from '../../money/index.ts';
import { exchangeClearing, owedToClaim } from '../chart.ts';
import type { Entry } from '../entry.ts';

/** A credit in place of a return. */
export interface CreditToCustomer {
  readonly caseNumber: string;
  /** One payment credits once. */
  readonly payment: string;
  readonly amount: Amount;
}

/**
 * The exchange has credited the customer's account on our word: our debt moves from the customer to
 * the exchange, which receives the coins themselves with its next sweep.
 *
 * | debit (we owe the claim less) | credit (we owe the exchange) | amount |
 * | --- | --- | --- |
 * | owed/claim/number | clearing/exchange | what was credited |
 */
export function creditToCustomer(input: CreditToCustomer): Entry {
  return {
    template: 'credit-to-customer',
    key: `credit-to-customer/${input.payment}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { payment: input.payment },
    transfers: [
      { debit: owedToClaim(input.caseNumber), credit: exchangeClearing, amount: input.amount },
    ],
  };
}
