import type { Amount } from '../../money/index.ts';
import { chainAddress, owedToClaim } from '../chart.ts';
import type { Entry } from '../entry.ts';
import { assertOnNetwork } from './assert-on-network.ts';

/** A return that is final. */
export interface ReturnSettled {
  readonly caseNumber: string;
  /** One payment settles once. */
  readonly payment: string;
  readonly network: string;
  /** The address of ours that it left. */
  readonly address: string;
  /** The final transaction that carried it. */
  readonly transaction: string;
  /** What left our address, whatever a token took on the way. */
  readonly amount: Amount;
}

/**
 * A return is final on the chain: we hold it no longer, and owe it no longer.
 *
 * | debit (we owe less) | credit (we hold less) | amount |
 * | --- | --- | --- |
 * | owed/claim/number | chain/network/address | what left |
 */
export function returnSettled(input: ReturnSettled): Entry {
  assertOnNetwork(input.network, input.amount);
  return {
    template: 'return-settled',
    key: `return-settled/${input.payment}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { payment: input.payment, transaction: input.transaction },
    transfers: [
      {
        debit: owedToClaim(input.caseNumber),
        credit: chainAddress(input.network, input.address),
        amount: input.amount,
      },
    ],
  };
}
