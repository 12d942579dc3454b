import { change, type Finding, fact, type Rule } from '../rule.ts';
import { senderStanding } from '../sender-standing.ts';
import type { Subject } from '../subject.ts';
import { controlFact, wayOut } from '../way-out.ts';
import { isHouse } from './hot-wallet-address.ts';

/**
 * The address belongs to another customer, who may well have been the one it was meant for. Both must
 * speak: the claimant shows that the sending address is theirs, the other one consents.
 */
export const otherUsersAddress: Rule = {
  code: 'OTHER_USERS_ADDRESS',
  stops: false,
  place: 'Beside HOT_WALLET_ADDRESS: whose it is comes before what can be done with it.',
  find: (subject) => {
    const { facts, recipient } = subject;
    if (recipient === null || isHouse(subject) || facts.claimant === null) return null;
    if (recipient.customer === facts.claimant.customer) return null;
    const sender = senderStanding(subject);
    const consent = consentOf(subject);
    return {
      ...(sender.shortfall ?? conclusion(subject, consent !== undefined)),
      because: [
        fact('address.owner', 'another_customer', recipient.source),
        sender.because,
        fact('owner.consent', consent ? 'yes' : 'no', consent?.source ?? 'nobody has consented'),
        controlFact(subject),
      ],
    };
  },
};

function consentOf({ facts, place, transfer, recipient }: Subject) {
  return facts.consents.find(
    (consent) =>
      consent.customer === recipient?.customer &&
      consent.network === place.network &&
      consent.hash === facts.hash &&
      consent.path === transfer.path,
  );
}

function conclusion(
  subject: Subject,
  consented: boolean,
): Pick<Finding, 'outcome' | 'wouldChange'> {
  if (!consented) return { outcome: 'wait', wouldChange: change('owner_consents') };
  return wayOut(subject);
}
