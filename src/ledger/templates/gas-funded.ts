import type { Amount } from '../../money/index.ts';
import { chainAddress, gasWallet } from '../chart.ts';
import type { Entry } from '../entry.ts';
import { assertNative } from './assert-on-network.ts';

/** Gas lent to a deposit address. */
export interface GasFunded {
  readonly caseNumber: string;
  readonly network: string;
  readonly gasWallet: string;
  /** The deposit address that must pay for a transaction and holds no coin to pay with. */
  readonly to: string;
  /** The final transaction that carried it. */
  readonly transaction: string;
  /** In the network's own coin. */
  readonly amount: Amount;
}

/**
 * The gas wallet lends a deposit address what its next transactions cost.
 *
 * | debit (we hold there) | credit (no longer here) | amount |
 * | --- | --- | --- |
 * | chain/network/address | gas-wallet/network/wallet | what was sent |
 */
export function gasFunded(input: GasFunded): Entry {
  assertNative(input.network, input.amount);
  return {
    template: 'gas-funded',
    key: `gas-funded/${input.network}/${input.transaction}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { transaction: input.transaction },
    transfers: [
      {
        debit: chainAddress(input.network, input.to),
        credit: gasWallet(input.network, input.gasWallet),
        amount: input.amount,
      },
    ],
  };
}
