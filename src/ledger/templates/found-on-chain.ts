import type { Amount } from '../../money/index.ts';
import { chainAddress, owedToClaim } from '../chart.ts';
import type { Entry } from '../entry.ts';
import { assertOnNetwork } from './assert-on-network.ts';

/** One transfer to an address of ours. */
export interface FoundOnChain {
  readonly caseNumber: string;
  /** `<network>/<transaction hash>/<path>`: one transfer is found once. */
  readonly transfer: string;
  readonly network: string;
  /** The address of ours that received it. */
  readonly address: string;
  /** What arrived, which may be less than was sent. */
  readonly amount: Amount;
}

/**
 * A customer's transfer lies, final, at an address of ours: we hold it, and owe it to the claim.
 *
 * | debit (we hold) | credit (we owe) | amount |
 * | --- | --- | --- |
 * | chain/network/address | owed/claim/number | what arrived |
 */
export function foundOnChain(input: FoundOnChain): Entry {
  assertOnNetwork(input.network, input.amount);
  return {
    template: 'found-on-chain',
    key: foundOnChainKey(input.transfer),
    follows: null,
    caseNumber: input.caseNumber,
    facts: { transfer: input.transfer },
    transfers: [
      {
        debit: chainAddress(input.network, input.address),
        credit: owedToClaim(input.caseNumber),
        amount: input.amount,
      },
    ],
  };
}

/** The key of the first edition, for `timesReversed`. */
export function foundOnChainKey(transfer: string): string {
  return `found-on-chain/${transfer}`;
}
