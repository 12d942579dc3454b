import { change, fact, type Rule } from '../rule.ts';
import { controlFact, isValidHere, wayOut } from '../way-out.ts';

/** Our address, but it had been withdrawn by then. Retired addresses are watched for ever. */
export const retiredAddress: Rule = {
  code: 'RETIRED_ADDRESS',
  stops: false,
  place: 'After the rules about network and asset: it adds to them, and alone it can be credited.',
  find: (subject) => {
    const { recipient, place, transaction, facts } = subject;
    if (recipient === null || isValidHere(subject)) return null;
    const at = transaction.blockTime ?? facts.asOf;
    const ended = recipient.issued.find(
      (issue) => issue.network === place.network && issue.to !== null && issue.to <= at,
    );
    if (!ended?.to) return null;
    const way = wayOut(subject);
    return {
      outcome: way.outcome,
      because: [fact('address.valid_until', ended.to, recipient.source), controlFact(subject)],
      wouldChange:
        way.outcome === 'wait'
          ? change('key_rederived', { address: recipient.address, network: place.name })
          : way.wouldChange,
    };
  },
};
