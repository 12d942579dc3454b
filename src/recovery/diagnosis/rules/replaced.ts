import { change, fact, type TransactionRule } from '../rule.ts';

/** Its sender gave the same place in line to another transaction; that one may still pay us. */
export const replaced: TransactionRule = {
  code: 'REPLACED',
  stops: true,
  place: 'Beside REORGED: the transaction asked about can never be mined any more.',
  find: ({ place, transaction }) => {
    if (transaction.state !== 'replaced') return null;
    const by = transaction.replacedBy ?? 'unknown';
    return {
      outcome: 'wait',
      because: [
        fact('transaction.state', 'replaced', place.source),
        fact('transaction.replaced_by', by, place.source),
      ],
      wouldChange: change('replacement_pays_us', { hash: by }),
    };
  },
};
