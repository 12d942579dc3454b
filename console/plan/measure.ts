import type { AnyPlan } from './plan.ts';

/** A plan as the server sent it, with what the server says of it. */
export interface SentPlan {
  readonly kind: string;
  readonly raw: unknown;
  readonly digest: string;
  readonly requester: string;
  readonly expiresAt: string;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What else is known of the case: each part of a plan is measured by it. */
export interface Measure {
  readonly caseNumber: string;
  readonly transferKey: string | null;
  /** What was found, in base units, and between which addresses it moved. */
  readonly found: {
    readonly asset: string;
    readonly units: string;
    readonly symbol: string | null;
    readonly decimals: number | null;
    readonly from: string;
    readonly to: string;
  } | null;
  /** What the customer accepted. */
  readonly choice: { readonly option: string; readonly units: string } | null;
  /** Where they showed that it may go. */
  readonly destination: { readonly address: string; readonly proof: string } | null;
  /** The fee that is kept of what was found, as it was quoted; null: no quote is at hand. */
  readonly feeUnits: string | null;
  /** The exchange's id of the customer; null: it is not shown to the reader. */
  readonly customer: string | null;
  /** In whose language the server's words are. */
  readonly language: 'ja' | 'en';
  readonly now: Date;
}

/** What is compared. Each has its sentences in the catalog: `plan.ok.<code>`, `plan.differs.<code>`. */
export type CheckCode =
  | 'digest'
  | 'words'
  | 'readable'
  | 'shown'
  | 'case'
  | 'transfer'
  | 'requester'
  | 'expiry'
  | 'open'
  | 'order'
  | 'recipient'
  | 'sender'
  | 'from'
  | 'amount'
  | 'whole'
  | 'fee'
  | 'token'
  | 'name'
  | 'gas'
  | 'customer'
  | 'asset';

/** One comparison, made by the machine. */
export interface Check {
  readonly code: CheckCode;
  /** Which line of the plan; null: the whole. */
  readonly line: number | null;
  readonly ok: boolean;
  /** What the plan has, and what it should. */
  readonly has: string;
  readonly wants: string;
}

/** A plan laid beside everything that is known of its case. */
export type CheckedPlan =
  | {
      readonly read: AnyPlan;
      /** Computed here. */
      readonly digest: string;
      readonly checks: readonly Check[];
      readonly sound: boolean;
    }
  | { readonly read: null; readonly field: string; readonly sound: false };

/** Compares two texts to the letter. */
export function check(
  code: CheckCode,
  has: string,
  wants: string,
  line: number | null = null,
): Check {
  return { code, line, ok: has === wants, has, wants };
}
