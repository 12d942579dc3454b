import { fact, type Rule } from '../rule.ts';
import { senderStanding } from '../sender-standing.ts';
import type { Subject } from '../subject.ts';
import { controlFact, toFact, wayOut } from '../way-out.ts';

/**
 * A wallet of the house, or an address shared by many: the exchange has it, but the address does not
 * say whose it is. Only whoever shows that the sending address is theirs may have it.
 */
export const hotWalletAddress: Rule = {
  code: 'HOT_WALLET_ADDRESS',
  stops: false,
  place: 'Before the rules about networks and assets: whose it is comes first.',
  find: (subject) => {
    const { recipient } = subject;
    if (recipient === null || !isHouse(subject)) return null;
    const sender = senderStanding(subject);
    return {
      ...(sender.shortfall ?? wayOut(subject)),
      because: [
        fact('address.purpose', recipient.purpose, recipient.source),
        toFact(subject),
        sender.because,
        controlFact(subject),
      ],
    };
  },
};

/** True for an address that belongs to no single customer. */
export function isHouse({ recipient }: Subject): boolean {
  return (
    recipient !== null &&
    (recipient.purpose === 'hot' ||
      recipient.customer === null ||
      recipient.control.kind === 'shared')
  );
}
