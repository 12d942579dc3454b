import type { Because, Change, FactName, ReasonCode, ReasonOutcome } from './reason.ts';
import type { Subject } from './subject.ts';

/** What a rule has found, once it applies. */
export interface Finding {
  readonly outcome: ReasonOutcome;
  readonly because: readonly Because[];
  readonly wouldChange: Change;
}

/** One way in which a deposit goes astray, and how it is told from the others. */
export interface Rule {
  readonly code: ReasonCode;
  /** True when nothing else may be said beside it. */
  readonly stops: boolean;
  /** Why it stands where it stands in the order; printed in the reference. */
  readonly place: string;
  /** Null when the rule does not apply. */
  readonly find: (subject: Subject) => Finding | null;
}

/** What a rule about the whole transaction may look at: it may have no transfer at all. */
export type TransactionSubject = Pick<
  Subject,
  'facts' | 'place' | 'transaction' | 'ours' | 'credit'
>;

/** A rule that holds for the transaction as a whole, and so for each of its transfers too. */
export interface TransactionRule extends Omit<Rule, 'find'> {
  readonly find: (subject: TransactionSubject) => Finding | null;
}

/** One fact as text. Times are ISO 8601, amounts base units in decimal. */
export function fact(
  name: FactName,
  value: string | bigint | number | boolean | Date,
  source: string,
): Because {
  return {
    fact: name,
    value: value instanceof Date ? value.toISOString() : String(value),
    source,
  };
}

export function change(
  code: Change['code'],
  facts: Readonly<Record<string, string | bigint | number>> = {},
): Change {
  return {
    code,
    facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)])),
  };
}

/** The one test of what may be paid out: every rule that ends in a payment asks it. */
export function pays(outcome: ReasonOutcome): boolean {
  return outcome === 'credit' || outcome === 'refund';
}
