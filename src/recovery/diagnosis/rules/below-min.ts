import { change, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Less than the smallest deposit at the time it was mined. Kept: several small ones add up. */
export const belowMin: Rule = {
  code: 'BELOW_MIN',
  stops: false,
  place: 'Before the rules that could pay: a small deposit stays small wherever it arrived.',
  find: (subject) => {
    const { place, transfer, listing } = subject;
    if (subject.ours !== true) return null;
    const amount = fact('transfer.amount', transfer.amount, place.source);
    if (transfer.amount === 0n) {
      return { outcome: 'refuse', because: [amount], wouldChange: change('nothing') };
    }
    const minimum = minimumOf(subject);
    if (listing === null || transfer.amount >= minimum) return null;
    return {
      outcome: 'keep',
      because: [amount, fact('asset.minimum', minimum, listing.source)],
      wouldChange: change('more_of_the_same_asset', {
        missing: minimum - transfer.amount,
        minimum,
        symbol: listing.symbol,
        decimals: listing.decimals,
      }),
    };
  },
};

/** The smallest deposit by the rule in force when the transfer was mined, in base units. */
export function minimumOf({ facts, transaction, listing }: Subject): bigint {
  const at = transaction.blockTime ?? facts.asOf;
  const inForce = (listing?.minimums ?? []).filter(
    (minimum) => minimum.from === null || minimum.from <= at,
  );
  return inForce.at(-1)?.units ?? 0n;
}
