import type { Because } from '../reason.ts';
import { change, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { controlFact, toFact } from '../way-out.ts';

/** No other rule applied: something that decides could not be read, or a person has to look. */
export const unknown: Rule = {
  code: 'UNKNOWN',
  stops: false,
  place: 'Only when nothing else was found: not knowing is an answer too, and it is never a no.',
  find: (subject) => {
    const missing = unreadFacts(subject);
    if (missing.length > 0) {
      return {
        outcome: 'wait',
        because: [...missing, toFact(subject)],
        wouldChange: change('fact_is_read', {
          what: missing.map((because) => because.source).join(', '),
        }),
      };
    }
    return {
      outcome: 'wait',
      because: [toFact(subject), controlFact(subject)],
      wouldChange: change('person_looks'),
    };
  },
};

/** Everything that was asked and gave no answer. */
export function unreadFacts({ facts }: Pick<Subject, 'facts'>): Because[] {
  return [...unreadNetworks({ facts }), ...unreadGroups({ facts })];
}

export function unreadNetworks({ facts }: Pick<Subject, 'facts'>): Because[] {
  return facts.networks.flatMap((place) =>
    place.reading.status === 'unread'
      ? [fact('network.reading', place.reading.why, place.source)]
      : [],
  );
}

export function unreadGroups({ facts }: Pick<Subject, 'facts'>): Because[] {
  const groups = {
    addresses: facts.addresses,
    assets: facts.assets,
    credits: facts.credits,
    holds: facts.holds,
  };
  return Object.entries(groups).flatMap(([name, group]) =>
    group.read ? [] : [fact('exchange.unread', `${name}: ${group.why}`, group.source)],
  );
}
