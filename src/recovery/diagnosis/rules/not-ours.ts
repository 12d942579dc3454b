import type { Because } from '../reason.ts';
import { change, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { toFact } from '../way-out.ts';

/** The address was never the exchange's nor a customer's. */
export const notOurs: Rule = {
  code: 'NOT_OURS',
  stops: true,
  place: 'After the other rules about strangers; all that follow are about our own addresses.',
  find: (subject) =>
    !isKnownNotOurs(subject)
      ? null
      : {
          outcome: 'refuse',
          because: [registeredFact(subject), toFact(subject)],
          wouldChange: change('address_registered', { address: subject.transfer.to }),
        },
};

/**
 * A no needs every answer: the exchange's own registry, and every network that was asked. What was
 * not read might show the same transaction paying us after all.
 */
export function isKnownNotOurs({ facts, ours }: Subject): boolean {
  return ours === false && facts.networks.every((place) => place.reading.status !== 'unread');
}

export function registeredFact({ facts }: Subject): Because {
  return fact('address.registered', 'no', facts.addresses.source);
}
