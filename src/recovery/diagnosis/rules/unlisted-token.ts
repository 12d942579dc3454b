import type { Because } from '../reason.ts';
import { change, fact, type Rule } from '../rule.ts';
import { type Subject, symbolSkeleton } from '../subject.ts';
import { controlFact, wayOut } from '../way-out.ts';
import { migratedAsset } from './contract-migrated.ts';

/** A listed network, but a token (or coin, or collectible) that the exchange does not take there. */
export const unlistedToken: Rule = {
  code: 'UNLISTED_TOKEN',
  stops: false,
  place: 'After the network is known to be a listed one: elsewhere nothing is listed anyway.',
  find: (subject) => {
    const { facts, place, transfer } = subject;
    if (subject.ours !== true || !place.listed || !facts.assets.read) return null;
    if (subject.listing !== null || migratedAsset(subject) !== null) return null;
    const way = wayOut(subject);
    return {
      outcome: way.outcome,
      because: [
        fact('asset.listed', 'no', facts.assets.source),
        fact('transfer.token', transfer.token ?? 'native', place.source),
        ...listedElsewhere(subject),
        controlFact(subject),
      ],
      wouldChange: change('asset_listed', {
        token: transfer.token ?? transfer.asset,
        network: place.name,
      }),
    };
  },
};

/** The same name on other networks: what the customer probably meant to use. */
function listedElsewhere({ facts, transfer }: Subject): Because[] {
  if (!facts.assets.read || transfer.symbol === null) return [];
  const skeleton = symbolSkeleton(transfer.symbol);
  return facts.assets.entries
    .filter((asset) => symbolSkeleton(asset.symbol) === skeleton)
    .map((asset) => fact('asset.listed_elsewhere', asset.asset, asset.source));
}
