import type { Because } from './reason.ts';
import { change, type Finding, fact } from './rule.ts';
import type { Subject } from './subject.ts';

/** What a proof that the sending wallet is the claimant's is worth; null: it shows it. */
export interface SenderStanding {
  readonly shortfall: Pick<Finding, 'outcome' | 'wouldChange'> | null;
  readonly because: Because;
}

/**
 * Has the claimant, and nobody else, shown that the sending address is theirs? A wallet from which many
 * people send says nothing of who sent this, whatever was signed; nor does one that two customers have
 * shown. Both are for a person to look at.
 */
export function senderStanding(subject: Subject): SenderStanding {
  const { facts, place, transfer } = subject;
  const proofs = facts.provenSenders.filter(({ address }) => address === transfer.from);
  const own = proofs.find(({ customer }) => customer === facts.claimant?.customer);
  if (!own) {
    return {
      shortfall: {
        outcome: 'wait',
        wouldChange: change('sender_proven', { address: transfer.from }),
      },
      because: fact('sender.proven', 'no', 'nobody has shown it'),
    };
  }
  if (proofs.some(({ customer }) => customer !== own.customer)) {
    return unclear('by two customers', own.source);
  }
  if (!facts.sharedWallets.read) {
    return unread(`shared wallets: ${facts.sharedWallets.why}`, facts.sharedWallets.source);
  }
  const shared = facts.sharedWallets.entries.find(({ address }) => address === transfer.from);
  if (shared) return unclear('wallet of an exchange', shared.source);
  const code = facts.codes.find(
    (entry) => entry.network === place.network && entry.address === transfer.from,
  );
  if (!code || code.code === 'unknown') return unread('code of the sender', place.source);
  if (code.code === 'contract') return unclear('contract', code.source);
  return { shortfall: null, because: fact('sender.proven', 'yes', own.source) };
}

function unclear(why: string, source: string): SenderStanding {
  return {
    shortfall: { outcome: 'hold', wouldChange: change('person_looks') },
    because: fact('sender.proven', `unclear: ${why}`, source),
  };
}

function unread(what: string, source: string): SenderStanding {
  return {
    shortfall: { outcome: 'wait', wouldChange: change('fact_is_read', { what: source }) },
    because: fact('exchange.unread', what, source),
  };
}
