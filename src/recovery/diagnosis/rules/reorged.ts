import { change, fact, type TransactionRule } from '../rule.ts';

/** The block that it was seen in is no longer part of the chain, and it is in no other. */
export const reorged: TransactionRule = {
  code: 'REORGED',
  stops: true,
  place: 'Before every rule about transfers: this one has moved nothing any more.',
  find: ({ facts, place, transaction, credit }) => {
    if (transaction.state !== 'reorged') return null;
    const seen = facts.sightings.find(
      (sighting) => sighting.network === place.network && sighting.hash === facts.hash,
    );
    const because = [fact('transaction.state', 'reorged', place.source)];
    if (seen?.blockHash) {
      because.push(fact('transaction.block_seen_before', seen.blockHash, seen.source));
    }
    if (credit) because.push(fact('credit.made', credit.reference, credit.source));
    // What was credited on the strength of a block that is gone is a person's case, and urgent.
    return {
      outcome: credit ? 'hold' : 'wait',
      because,
      wouldChange: change('mined_again', { hash: facts.hash, network: place.name }),
    };
  },
};
