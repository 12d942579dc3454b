import type { ListedAsset, TokenLabel } from '../facts.ts';
import { change, type Finding, fact, type Rule } from '../rule.ts';
import { type Subject, symbolSkeleton } from '../subject.ts';

/**
 * A token that pretends to be an asset the exchange lists on this very network. The network has one
 * genuine contract of that asset and the exchange knows which; another one under its name deceives.
 *
 * On a network where the exchange lists no such asset the name proves nothing either way: WBTC on an
 * unlisted network may well be genuine. That is UNLISTED_TOKEN or a wrong-network reason, and it is
 * only ever returned as the very token that came, so a fake one gains nobody anything. A list that
 * names a token decides before its spelling does.
 */
export const fakeToken: Rule = {
  code: 'FAKE_TOKEN',
  stops: true,
  place: 'Before every rule that could pay: a fake must never become a payment.',
  find: (subject) => {
    if (subject.transfer.token === null || subject.listing !== null) return null;
    if (subject.ours === false) return null;
    const label = labelOf(subject);
    if (label?.label === 'genuine') return null;
    if (label?.label === 'fake') return asListed(subject, label);
    const pretended = pretendedAsset(subject);
    return pretended && asPretender(subject, pretended);
  },
};

function labelOf({ facts, place, transfer }: Subject): TokenLabel | undefined {
  return facts.tokenLabels.find(
    (label) => label.network === place.network && label.token === transfer.token,
  );
}

function pretendedAsset({ facts, place, transfer }: Subject): ListedAsset | null {
  if (!place.listed || !facts.assets.read || transfer.symbol === null) return null;
  const skeleton = symbolSkeleton(transfer.symbol);
  const here = facts.assets.entries.filter((asset) => asset.network === place.network);
  const token = transfer.token;
  if (here.some((asset) => token !== null && asset.formerTokens.includes(token))) return null;
  return here.find((asset) => symbolSkeleton(asset.symbol) === skeleton) ?? null;
}

function asPretender({ place, transfer }: Subject, asset: ListedAsset): Finding {
  return {
    outcome: 'refuse',
    because: [
      fact('transfer.token', transfer.token ?? 'none', place.source),
      fact('asset.listed_contract', asset.token ?? 'native', asset.source),
      fact('transfer.symbol', transfer.symbol ?? 'none', place.source),
    ],
    wouldChange: change('token_listed_as_genuine', {
      token: transfer.token ?? 'none',
      pretends: asset.symbol,
    }),
  };
}

function asListed({ place, transfer }: Subject, label: TokenLabel): Finding {
  return {
    outcome: 'refuse',
    because: [
      fact('token.label', label.label, label.source),
      fact('transfer.token', transfer.token ?? 'none', place.source),
    ],
    wouldChange: change('token_listed_as_genuine', {
      token: transfer.token ?? 'none',
      pretends: transfer.symbol ?? 'another token',
    }),
  };
}
