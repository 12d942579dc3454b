import { change, type Rule } from '../rule.ts';
import { controlFact, issuedForFact, networkFact, wayOut } from '../way-out.ts';

/**
 * Our address, on a network it was not handed out for. One key is the same address on every EVM
 * network, so it can move: once the signer has derived that very address again, and not before.
 */
export const wrongNetworkSameKey: Rule = {
  code: 'WRONG_NETWORK_SAME_KEY',
  stops: false,
  place: 'Before UNLISTED_NETWORK: that the key works there is what lets it come back.',
  find: (subject) => {
    const { recipient } = subject;
    if (recipient === null || subject.issuedHere || recipient.control.kind === 'contract') {
      return null;
    }
    // A key that was shown to be another one is not the same key.
    if (subject.control === 'no') return null;
    const way = wayOut(subject);
    return {
      outcome: way.outcome,
      because: [controlFact(subject), issuedForFact(subject), networkFact(subject)],
      wouldChange:
        way.outcome === 'wait'
          ? change('key_rederived', { address: recipient.address, network: subject.place.name })
          : way.wouldChange,
    };
  },
};
