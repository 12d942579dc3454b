import { change, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { controlFact, isCreditable, isValidHere, toFact } from '../way-out.ts';
import { minimumOf } from './below-min.ts';
import { suspensionOf } from './deposit-suspended.ts';
import { isConfirmed } from './unconfirmed.ts';

/** Right in every way, and yet not in the books. The commonest of all, and our own fault. */
export const creditMissed: Rule = {
  code: 'CREDIT_MISSED',
  stops: false,
  place: 'Last: what is left when nothing at all is wrong with the deposit.',
  find: (subject) => {
    const { facts, listing, transfer } = subject;
    if (!facts.credits.read || listing === null || !isRightInEveryWay(subject)) return null;
    const because = [
      fact('credit.made', 'no', facts.credits.source),
      fact('asset.listed', listing.asset, listing.source),
      toFact(subject),
      fact('transfer.amount', transfer.amount, subject.place.source),
    ];
    if (subject.control === 'no') {
      // An address in use whose key we can't derive is an alarm, whoever is paid.
      return {
        outcome: 'hold',
        because: [...because, controlFact(subject)],
        wouldChange: change('person_looks'),
      };
    }
    return {
      outcome: 'credit',
      because,
      wouldChange: change('credit_found', { hash: facts.hash }),
    };
  },
};

function isRightInEveryWay(subject: Subject): boolean {
  const { transfer, recipient } = subject;
  return (
    (transfer.kind === 'native' || transfer.kind === 'token') &&
    recipient?.purpose === 'deposit' &&
    isConfirmed(subject) &&
    isCreditable(subject) &&
    isValidHere(subject) &&
    suspensionOf(subject) === undefined &&
    transfer.amount > 0n &&
    transfer.amount >= minimumOf(subject)
  );
}
