import type { Amount } from '../../money/index.ts';
import type { FeeQuote, Rate } from '../fees/index.ts';

/**
 * The ways a claim can end that a customer may choose between, in the order in which they are shown.
 * (Compensation and refusal are not chosen: a programme or a person decides them.)
 */
export const optionKinds = ['credit', 'return_to_source', 'return_to_proven', 'wait'] as const;

export type OptionKind = (typeof optionKinds)[number];

/** What the customer has to bring before the option can be carried out. */
export type Need = 'source_is_own_wallet' | 'destination_proof' | 'travel_rule_facts';

/** A way that is shown to the customer: permitted, or greyed out with its reason. */
export interface Option {
  readonly kind: OptionKind;
  readonly permitted: boolean;
  /** Why it is not; null when it is permitted. */
  readonly whyNot: WhyNot | null;
  /** What arrives, after a fee in kind. Null while nothing does. */
  readonly receives: Amount | null;
  /** Null where there is no fee to state: waiting is free. */
  readonly fee: FeeQuote | null;
  /** Calendar days, `YYYY-MM-DD`, at the exchange's seat. Null for waiting: none is promised. */
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly needs: readonly Need[];
  /** Chosen when the page opens: what leaves the customer most for least work. */
  readonly preselected: boolean;
}

/** `facts` fill the sentence for the code. */
export interface WhyNot {
  readonly code: WhyNotCode;
  readonly facts: Readonly<Record<string, string>>;
}

export type WhyNotCode =
  | 'not_shown_possible'
  | 'credit_is_due'
  | 'asset_not_listed'
  | 'return_not_allowed'
  | 'fee_exceeds_value'
  | 'fee_unknown'
  | 'source_cannot_receive'
  | 'nothing_to_wait_for';

/** Why waiting is recommended. The page says it only then, and never without both clauses. */
export interface WaitAdvice {
  readonly because: readonly WaitReason[];
  readonly clauses: readonly ['cannot_promise_when', 'cannot_promise_whether'];
}

export type WaitReason =
  | 'not_in_a_hurry'
  | 'sensitive_to_fees'
  | 'fee_above_share'
  | 'fee_exceeds_value';

export interface Wishes {
  readonly hurry: 'yes' | 'no' | 'unsure';
  readonly sensitiveToFees: boolean;
}

/** The offer. Until `expiresAt` it holds under the terms named, even if those change. */
export interface Quote {
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly terms: { readonly profile: string; readonly schedule: string };
  readonly options: readonly Option[];
  readonly waitAdvice: WaitAdvice | null;
  /** What one base unit was worth in national currencies when the offer was made: for information. */
  readonly prices?: readonly Rate[];
}
