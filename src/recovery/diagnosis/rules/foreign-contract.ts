import { change, fact, type Rule } from '../rule.ts';
import { toFact } from '../way-out.ts';
import { isKnownNotOurs, registeredFact } from './not-ours.ts';

/** Somebody else's contract (a bridge, a router, a wallet): only its owner can send it back. */
export const foreignContract: Rule = {
  code: 'FOREIGN_CONTRACT',
  stops: true,
  place: 'Before NOT_OURS: a contract has an author to write to, an ordinary address has not.',
  find: (subject) => {
    if (!isKnownNotOurs(subject) || subject.code?.code !== 'contract') return null;
    return {
      outcome: 'refuse',
      because: [
        fact('address.code', 'contract', subject.code.source),
        toFact(subject),
        registeredFact(subject),
      ],
      wouldChange: change('contract_owner_returns', { address: subject.transfer.to }),
    };
  },
};
