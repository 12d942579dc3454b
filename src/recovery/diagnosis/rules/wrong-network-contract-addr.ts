import { change, type Finding, fact, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { controlFact, issuedForFact, wayOut } from '../way-out.ts';

/**
 * Our address is a contract on its own network. On this one the same address is ours only if the same
 * factory and salt can make the same contract there. Code that already stands there may be anybody's:
 * in 2022 a stranger made a customer's contract address on another network first, and took the coins.
 */
export const wrongNetworkContractAddr: Rule = {
  code: 'WRONG_NETWORK_CONTRACT_ADDR',
  stops: false,
  place: 'Before WRONG_NETWORK_SAME_KEY, its twin for addresses that have a key.',
  find: (subject) => {
    const { recipient } = subject;
    if (recipient?.control.kind !== 'contract' || subject.issuedHere) return null;
    const { factory, salt, source } = recipient.control;
    return {
      ...conclusion(subject),
      because: [
        issuedForFact(subject),
        controlFact(subject),
        fact(
          'address.known_as',
          `factory ${factory ?? 'unknown'} salt ${salt ?? 'unknown'}`,
          source,
        ),
        codeFact(subject),
      ],
    };
  },
};

function conclusion(subject: Subject): Pick<Finding, 'outcome' | 'wouldChange'> {
  if (subject.control !== 'yes' && subject.code?.code === 'contract') {
    // Somebody's code stands at our address: what it holds is theirs to move, not ours.
    return { outcome: 'compensate', wouldChange: change('programme_covers') };
  }
  const way = wayOut(subject);
  if (way.outcome !== 'wait' && way.outcome !== 'keep') return way;
  return {
    outcome: way.outcome,
    wouldChange: change('contract_deployable', {
      address: subject.transfer.to,
      network: subject.place.name,
    }),
  };
}

function codeFact({ code }: Subject) {
  return fact('address.code', code?.code ?? 'unknown', code?.source ?? 'not asked');
}
