import { change, fact, type Rule } from '../rule.ts';
import { isCreditable, isValidHere, toFact } from '../way-out.ts';
import { isConfirmed } from './unconfirmed.ts';

/** Right in every way, but paid out by a contract's inner call, which leaves no log to watch. */
export const internalContractTransfer: Rule = {
  code: 'INTERNAL_CONTRACT_TRANSFER',
  stops: false,
  place: 'Before CREDIT_MISSED, which it would be too: it says why the watcher missed it.',
  find: (subject) => {
    const { transfer, place, facts } = subject;
    if (transfer.kind !== 'inner' || !facts.credits.read || !isConfirmed(subject)) return null;
    if (!isCreditable(subject) || !isValidHere(subject)) return null;
    const because = [
      fact('transfer.kind', `inner at ${transfer.path}`, place.source),
      toFact(subject),
    ];
    if (subject.control === 'no') {
      return { outcome: 'hold', because, wouldChange: change('person_looks') };
    }
    return {
      outcome: 'credit',
      because,
      wouldChange: change('credit_found', { hash: facts.hash }),
    };
  },
};
