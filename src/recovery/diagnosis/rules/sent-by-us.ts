import { change, fact, type Rule } from '../rule.ts';
import { toFact } from '../way-out.ts';

/**
 * Gas for a deposit address, a sweep, a withdrawal: what left an address of ours was the exchange's to
 * send, and whoever received it has not deposited anything by that. A person finds out what it was.
 */
export const sentByUs: Rule = {
  code: 'SENT_BY_US',
  stops: true,
  place: 'Before every rule that could pay: what the house itself sent is nobody’s lost deposit.',
  find: (subject) => {
    const { sentByUs: sender, transfer, place, ours } = subject;
    if (sender === null || ours === false) return null;
    return {
      outcome: 'hold',
      because: [
        fact('sender.ours', sender.purpose, sender.source),
        fact('transfer.from', transfer.from, place.source),
        toFact(subject),
      ],
      wouldChange: change('person_looks'),
    };
  },
};
