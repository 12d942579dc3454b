import { change, fact, type TransactionRule, type TransactionSubject } from '../rule.ts';

/** It is on its way, and not yet deep enough to be relied on. What follows is only expected. */
export const unconfirmed: TransactionRule = {
  code: 'UNCONFIRMED',
  stops: false,
  place: 'Before all that could be given: until then it may still be undone.',
  find: (subject) => {
    const { place, transaction } = subject;
    if (isConfirmed(subject) || transaction.state === 'reverted') return null;
    // How deep a stranger's transfer is makes no difference to us, once it is in a block.
    if (subject.ours === false && transaction.state !== 'pending') return null;
    return {
      outcome: 'wait',
      because: [
        fact('transaction.confirmations', transaction.confirmations, place.source),
        fact('network.confirmations_min', place.confirmationsMin, place.listedSource),
        fact('transaction.state', transaction.state, place.source),
      ],
      wouldChange: change('more_confirmations', {
        confirmations: transaction.confirmations,
        needed: place.confirmationsMin,
        network: place.name,
      }),
    };
  },
};

/** Deep enough by the exchange's own number, and final by the network's own rule. */
export function isConfirmed({ place, transaction }: TransactionSubject): boolean {
  return (
    transaction.state === 'succeeded' &&
    transaction.final &&
    transaction.confirmations >= place.confirmationsMin
  );
}
