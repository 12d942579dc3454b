import type { Amount } from '../../money/index.ts';
import { chainAddress, gasWallet, networkFeeExpense } from '../chart.ts';
import type { Entry } from '../entry.ts';
import { assertNative } from './assert-on-network.ts';

/** The fee of one transaction of ours. */
export interface NetworkFeeSpent {
  readonly caseNumber: string;
  readonly network: string;
  /** Who sent the transaction, and so paid for it. */
  readonly payer: { readonly kind: 'own_address' | 'gas_wallet'; readonly address: string };
  /** The transaction that cost it: final, whether it succeeded or not. */
  readonly transaction: string;
  /** Gas used at the price paid, with a layer 2's own fee, in the network's coin. */
  readonly fee: Amount;
}

/**
 * A transaction of ours is in a block and has cost its fee.
 *
 * | debit (it cost us) | credit (we hold less) | amount |
 * | --- | --- | --- |
 * | expense/network-fee | chain/network/address, or gas-wallet/network/wallet | the fee |
 */
export function networkFeeSpent(input: NetworkFeeSpent): Entry {
  assertNative(input.network, input.fee);
  const { kind, address } = input.payer;
  return {
    template: 'network-fee-spent',
    key: `network-fee-spent/${input.network}/${input.transaction}`,
    follows: null,
    caseNumber: input.caseNumber,
    facts: { transaction: input.transaction },
    transfers: [
      {
        debit: networkFeeExpense,
        credit:
          kind === 'gas_wallet'
            ? gasWallet(input.network, address)
            : chainAddress(input.network, address),
        amount: input.fee,
      },
    ],
  };
}
