import type { Amount } from '../../money/index.ts';
import { compensationExpense, exchangeClearing } from '../chart.ts';
import type { Entry } from '../entry.ts';

/** A credit at the house’s own cost. */
export interface CompensationCredited {
  readonly caseNumber: string;
  /** One payment compensates once. */
  readonly payment: string;
  readonly amount: Amount;
}

/**
 * The house makes good from its own funds what the chain does not give back: the exchange has
 * credited the customer on our word, and the cost is ours.
 *
 * | debit (it cost us) | credit (we owe the exchange) | amount |
 * | --- | --- | --- |
 * | expense/compensation | clearing/exchange | what was credited |
 */
export function compensationCredited(input: CompensationCredited): Entry {
  return {
    template: 'compensation-credited',
    key: `compensation-credited/${input.payment}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { payment: input.payment },
    transfers: [{ debit: compensationExpense, credit: exchangeClearing, amount: input.amount }],
  };
}
