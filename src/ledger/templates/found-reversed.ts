import { bookedAgain, reversalKey } from '../edition.ts';
import type { Entry } from '../entry.ts';
import { type FoundOnChain, foundOnChain } from './found-on-chain.ts';

/** A found transfer that the chain took back. */
export interface FoundReversed extends FoundOnChain {
  /** Which booking of the transfer is taken back; 1 unless the chain has done this before. */
  readonly edition: number;
}

/**
 * The chain was reorganised and the transfer is gone: the exact reverse of `found-on-chain`. Refused
 * as overdrawn when any of it has been paid out: then people must look.
 *
 * | debit (we no longer owe) | credit (we no longer hold) | amount |
 * | --- | --- | --- |
 * | owed/claim/number | chain/network/address | what had arrived |
 */
export function foundReversed(input: FoundReversed): Entry {
  const found = bookedAgain(foundOnChain(input), input.edition);
  return {
    ...found,
    template: 'found-reversed',
    key: reversalKey(found.key),
    follows: found.key,
    transfers: found.transfers.map(({ debit, credit, amount }) => ({
      debit: credit,
      credit: debit,
      amount,
    })),
  };
}
