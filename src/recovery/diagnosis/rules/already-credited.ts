import type { Credit } from '../facts.ts';
import type { Because } from '../reason.ts';
import { change, type Finding, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/**
 * The exchange's books hold an entry for this very transfer. One transfer pays at most once. Where they
 * hold one from its transaction that fits no transfer, a person finds out what was credited.
 */
export const alreadyCredited: Rule = {
  code: 'ALREADY_CREDITED',
  stops: true,
  place: 'Before every rule that could pay: whatever else is wrong, it was paid already.',
  find: (subject) => {
    const { credit, unclearCredit } = subject;
    if (!credit) return unclearCredit && unclear(unclearCredit);
    return {
      outcome: 'refuse',
      because: [fact('credit.made', credit.reference, credit.source), creditedTo(subject, credit)],
      wouldChange: change('credit_reversed', { reference: credit.reference }),
    };
  },
};

function unclear(credit: Credit): Finding {
  return {
    outcome: 'hold',
    because: [
      fact('credit.made', credit.reference, credit.source),
      fact('credit.fits', 'no', credit.source),
    ],
    wouldChange: change('person_looks'),
  };
}

/** Never the other customer's name or number: the claimant may read this. */
function creditedTo(
  { facts }: Subject,
  credit: { readonly customer: string; readonly source: string },
): Because {
  const own = facts.claimant === null || facts.claimant.customer === credit.customer;
  return fact('credit.to', own ? 'claimant' : 'another_customer', credit.source);
}
