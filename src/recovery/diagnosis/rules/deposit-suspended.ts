import { change, fact, type Rule } from '../rule.ts';
import { isValid, type Subject } from '../subject.ts';
import { isCreditable } from '../way-out.ts';

/** Deposits of this asset were off when it arrived: it is credited when they are on again. */
export const depositSuspended: Rule = {
  code: 'DEPOSIT_SUSPENDED',
  stops: false,
  place: 'Before the rules about the address: while deposits are off they all wait together.',
  find: (subject) => {
    const { facts, listing } = subject;
    const interval = suspensionOf(subject);
    if (subject.ours !== true || listing === null || interval === undefined) return null;
    const off = interval.to === null || interval.to > facts.asOf;
    const until = interval.to?.toISOString() ?? 'open';
    return {
      outcome: !off && isCreditable(subject) ? 'credit' : 'wait',
      because: [
        fact('asset.suspended', `${interval.from.toISOString()}/${until}`, listing.source),
        fact('asset.listed', listing.asset, listing.source),
      ],
      wouldChange: off
        ? change('deposits_resume', { symbol: listing.symbol, network: subject.place.name })
        : change('credit_found', { hash: facts.hash }),
    };
  },
};

/** The interval in which deposits were off when the transfer was mined. */
export function suspensionOf({ facts, transaction, listing }: Subject) {
  const at = transaction.blockTime ?? facts.asOf;
  return listing?.suspensions.find((interval) => isValid(interval, at));
}
