import { reversalKey } from '../edition.ts';
import type { Entry } from '../entry.ts';

/**
 * Corrects an entry that was booked by mistake: every line of it the other way round. The right entry
 * is then booked with `bookedAgain`. An entry is reversed at most once.
 *
 * | debit | credit | amount |
 * | --- | --- | --- |
 * | what the entry credited | what the entry debited | the same |
 */
export function reverse(booked: Entry, reason: string): Entry {
  return {
    template: 'reverse',
    key: reversalKey(booked.key),
    follows: booked.key,
    caseNumber: booked.caseNumber,
    facts: { reason },
    transfers: booked.transfers.map(({ debit, credit, amount }) => ({
      debit: credit,
      credit: debit,
      amount,
    })),
  };
}
