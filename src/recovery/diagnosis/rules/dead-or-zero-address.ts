import { change, fact, type Rule } from '../rule.ts';
import { toFact } from '../way-out.ts';

/** An address that is known to have no key: nobody can ever move what it holds. */
export const deadOrZeroAddress: Rule = {
  code: 'DEAD_OR_ZERO_ADDRESS',
  stops: true,
  place: 'Before NOT_OURS, which it would be too: it is lost to everyone, which is worth knowing.',
  find: (subject) =>
    !subject.dead || subject.recipient !== null
      ? null
      : {
          outcome: 'compensate',
          because: [toFact(subject), fact('address.known_as', 'no key exists', 'burn addresses')],
          wouldChange: change('programme_covers'),
        },
};
