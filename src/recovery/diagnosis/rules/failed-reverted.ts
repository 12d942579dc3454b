import { change, fact, type TransactionRule } from '../rule.ts';

/** The network tried it and undid it: nothing left the sender but the network's own fee. */
export const failedReverted: TransactionRule = {
  code: 'FAILED_REVERTED',
  stops: true,
  place: 'Beside REORGED: what was undone is never credited, whoever it was meant for.',
  find: ({ place, transaction }) =>
    transaction.state !== 'reverted'
      ? null
      : {
          outcome: 'refuse',
          because: [
            fact('transaction.state', 'reverted', place.source),
            fact('transfer.from', transaction.from, place.source),
          ],
          wouldChange: change('sent_again'),
        },
};
