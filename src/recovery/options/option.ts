import type { Amount } from '../../money/index.ts';
import type { FeeQuote } from '../fees/index.ts';

/**
 * The ways a claim can end that a customer may choose between. (Compensation and refusal are not
 * chosen: a programme or a person decides them.)
 */
export const optionKinds = ['credit', 'return_to_source', 'return_to_proven', 'wait'] as const;

export type OptionKind = (typeof optionKinds)[number];

/** What the customer has to bring before the option can be carried out. */
export type Need = 'source_is_own_wallet' | 'destination_proof' | 'travel_rule_facts';

/** A way that may be shown to a customer, permitted or greyed out with its reason. */
export interface Option {
  readonly kind: OptionKind;
  readonly permitted: boolean;
  /** Why it is not; null when it is permitted. */
  readonly whyNot: WhyNot | null;
  /** What arrives, after a fee in kind. Nothing arrives while waiting. */
  readonly receives: Amount | null;
  readonly fee: FeeQuote | null;
  /** Calendar days, `YYYY-MM-DD`, at the exchange's seat. Waiting has no date: none is promised. */
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly needs: readonly Need[];
  readonly preselected: boolean;
}

export interface WhyNot {
  readonly code: WhyNotCode;
  readonly facts: Readonly<Record<string, string>>;
}

export type WhyNotCode =
  | 'not_what_was_found'
  | 'asset_not_listed'
  | 'return_not_allowed'
  | 'fee_exceeds_value'
  | 'fee_unknown'
  | 'source_unknown'
  | 'nothing_to_wait_for';

/** Why waiting is recommended; the page says it only then, and always with both clauses. */
export interface WaitAdvice {
  readonly because: readonly ('not_in_a_hurry' | 'fee_above_share' | 'fee_exceeds_value')[];
  readonly clauses: readonly ['cannot_promise_when', 'cannot_promise_whether'];
}

export interface Wishes {
  readonly hurry: 'yes' | 'no' | 'unsure';
}

/** The offer. It holds until `expiresAt` under the terms named, even if those change. */
export interface Quote {
  readonly transferKey: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly terms: { readonly profile: string; readonly schedule: string };
  readonly options: readonly Option[];
  readonly waitAdvice: WaitAdvice | null;
}
