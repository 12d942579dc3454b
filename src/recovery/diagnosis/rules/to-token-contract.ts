import { change, fact, type Rule } from '../rule.ts';
import { toFact } from '../way-out.ts';

/** Sent to the token's own contract: only its issuer may be able to destroy and reissue it. */
export const toTokenContract: Rule = {
  code: 'TO_TOKEN_CONTRACT',
  stops: true,
  place: 'Before FOREIGN_CONTRACT, which it would be too: here the issuer is the one to ask.',
  find: (subject) => {
    const { facts, place, transfer } = subject;
    if (subject.recipient !== null) return null;
    const listed = facts.assets.read
      ? facts.assets.entries.find(
          (asset) => asset.network === place.network && asset.token === transfer.to,
        )
      : undefined;
    if (transfer.token !== transfer.to && listed === undefined) return null;
    return {
      outcome: 'refuse',
      because: [
        toFact(subject),
        listed
          ? fact('asset.listed_contract', listed.asset, listed.source)
          : fact('transfer.token', transfer.token ?? 'none', place.source),
      ],
      wouldChange: change('issuer_reissues', { token: transfer.to }),
    };
  },
};
