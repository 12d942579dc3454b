import type { ListedAsset } from '../facts.ts';
import { change, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { controlFact, wayOut } from '../way-out.ts';

/** The asset has moved to a new contract; this is the old one. It returns as what it is. */
export const contractMigrated: Rule = {
  code: 'CONTRACT_MIGRATED',
  stops: false,
  place: 'Before UNLISTED_TOKEN, which it would be too: here an issuer may still swap old for new.',
  find: (subject) => {
    const asset = migratedAsset(subject);
    if (subject.ours !== true || asset === null) return null;
    return {
      outcome: wayOut(subject).outcome,
      because: [
        fact('asset.former_contract', subject.transfer.token ?? 'none', asset.source),
        fact('asset.listed_contract', asset.token ?? 'native', asset.source),
        controlFact(subject),
      ],
      wouldChange: change('issuer_swaps', { symbol: asset.symbol }),
    };
  },
};

/** The listed asset that this contract once was, on this network. */
export function migratedAsset({ facts, place, transfer }: Subject): ListedAsset | null {
  const token = transfer.token;
  if (token === null || !facts.assets.read) return null;
  return (
    facts.assets.entries.find(
      (asset) => asset.network === place.network && asset.formerTokens.includes(token),
    ) ?? null
  );
}
