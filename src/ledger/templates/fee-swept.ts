import type { Amount } from '../../money/index.ts';
import { chainAddress } from '../chart.ts';
import type { Entry } from '../entry.ts';
import { assertOnNetwork } from './assert-on-network.ts';

/** A kept fee on its way to the treasury. */
export interface FeeSwept {
  readonly caseNumber: string;
  readonly network: string;
  /** The address of ours where the fee was left over. */
  readonly from: string;
  readonly treasury: string;
  /** The final transaction that moved it. */
  readonly transaction: string;
  readonly amount: Amount;
}

/**
 * A fee that was kept in kind moves from the deposit address to the treasury. Both are ours: nobody
 * is owed more or less.
 *
 * | debit (we hold there) | credit (no longer here) | amount |
 * | --- | --- | --- |
 * | chain/network/treasury | chain/network/address | what moved |
 */
export function feeSwept(input: FeeSwept): Entry {
  assertOnNetwork(input.network, input.amount);
  return {
    template: 'fee-swept',
    key: `fee-swept/${input.network}/${input.transaction}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { transaction: input.transaction },
    transfers: [
      {
        debit: chainAddress(input.network, input.treasury),
        credit: chainAddress(input.network, input.from),
        amount: input.amount,
      },
    ],
  };
}
