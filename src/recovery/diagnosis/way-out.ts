import type { Because } from './reason.ts';
import { change, type Finding, fact } from './rule.ts';
import { isIssuedAt, type Subject } from './subject.ts';

/**
 * What can be done with something that lies at one of our addresses: credited where the exchange
 * takes it, else returned; nothing of the two before control of the address is shown.
 * Unknown control waits. Control that was shown to be absent keeps the claim until that changes.
 */
export function wayOut(subject: Subject): Pick<Finding, 'outcome' | 'wouldChange'> {
  if (subject.control === 'unknown') {
    return { outcome: 'wait', wouldChange: change('control_shown', whereOf(subject)) };
  }
  if (subject.control === 'no') {
    return { outcome: 'keep', wouldChange: change('control_shown', whereOf(subject)) };
  }
  return {
    outcome: isCreditable(subject) ? 'credit' : 'refund',
    wouldChange: change('credit_found', { hash: subject.facts.hash }),
  };
}

/** True when the exchange would have credited this claimant: its network, its asset, her address. */
export function isCreditable(subject: Subject): boolean {
  const { facts, recipient } = subject;
  if (!subject.place.listed || subject.listing === null || !subject.issuedHere) return false;
  if (recipient === null || recipient.customer === null) return false;
  return facts.claimant === null || facts.claimant.customer === recipient.customer;
}

/** Whether deposits were meant to arrive here when this one was mined. */
export function isValidHere(subject: Subject): boolean {
  const at = subject.transaction.blockTime ?? subject.facts.asOf;
  return (
    subject.recipient?.issued.some(
      (issue) => issue.network === subject.place.network && isIssuedAt(issue, at),
    ) ?? false
  );
}

/** How control of the receiving address was shown, or was not. */
export function controlFact(subject: Subject): Because {
  const { control, recipient } = subject;
  const source = recipient?.control.source ?? 'not asked';
  const kind = recipient?.control.kind ?? 'unknown';
  return fact('address.control', `${kind}:${control}`, source);
}

export function networkFact(subject: Subject): Because {
  const { place } = subject;
  return fact('network.listed', place.listed ? 'yes' : 'no', place.listedSource);
}

export function issuedForFact(subject: Subject): Because {
  const networks = [...new Set(subject.recipient?.issued.map((issue) => issue.network))];
  return fact(
    'address.issued_for',
    networks.join(' ') || 'none',
    subject.recipient?.source ?? 'not asked',
  );
}

export function toFact(subject: Subject): Because {
  return fact('transfer.to', subject.transfer.to, subject.place.source);
}

function whereOf(subject: Subject): Record<string, string> {
  return { address: subject.transfer.to, network: subject.place.name };
}
