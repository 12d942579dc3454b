import { change, type Rule } from '../rule.ts';
import { controlFact, networkFact, wayOut } from '../way-out.ts';

/** The exchange takes no deposits at all by this network. */
export const unlistedNetwork: Rule = {
  code: 'UNLISTED_NETWORK',
  stops: false,
  place: 'After the wrong-network rules, which say why it can move all the same.',
  find: (subject) => {
    if (subject.ours !== true || subject.place.listed) return null;
    const way = wayOut(subject);
    return {
      outcome: way.outcome,
      because: [networkFact(subject), controlFact(subject)],
      wouldChange: change('network_listed', { network: subject.place.name }),
    };
  },
};
