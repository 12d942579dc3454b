import type { Amount, AssetId } from '../../money/index.ts';

/**
 * A price list of recoveries as it was published: versioned, dated, and never changed after its
 * effective date. A changed figure is a new version. Figures are in `currency`, in base units.
 */
export interface FeeSchedule {
  readonly id: string;
  /** Kept with every quote made under it. */
  readonly version: string;
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
  readonly currency: AssetId;
  /** Where the figures were published. */
  readonly source: string;
  /** Tried in this order; the first whose conditions all hold is the price. */
  readonly rules: readonly FeeRule[];
}

export interface FeeRule {
  readonly id: string;
  readonly when: FeeCondition;
  readonly model: FeeModel;
  readonly charge: FeeCharge;
  /** Whole days from acceptance to receipt, as published. */
  readonly days: { readonly min: number; readonly max: number };
  /** Why the fee exists, for the person who pays it. */
  readonly purpose: { readonly ja: string; readonly en: string };
}

/** All that are stated must hold. */
export interface FeeCondition {
  readonly codes?: readonly string[];
  readonly networkListed?: boolean;
}

/** How the price is found. The share is in basis points (1/100 of a percent) of what is returned. */
export type FeeModel =
  | { readonly kind: 'free' }
  | { readonly kind: 'flat'; readonly units: bigint }
  | {
      readonly kind: 'percent';
      readonly basisPoints: bigint;
      readonly floorUnits: bigint | null;
      readonly capUnits: bigint | null;
    }
  | {
      readonly kind: 'percent_above';
      readonly basisPoints: bigint;
      readonly thresholdUnits: bigint;
    }
  | { readonly kind: 'times_withdrawal_fee'; readonly times: bigint }
  | { readonly kind: 'actual_gas'; readonly capUnits: bigint | null };

/**
 * When it is taken, and what happens when the recovery fails. `on_success`: only from what arrives.
 * `prepaid_refundable`: beforehand, given back. `non_refundable`: beforehand, kept in any case.
 */
export type FeeCharge = 'on_success' | 'prepaid_refundable' | 'non_refundable';

/** One unit of `from` is `numerator / denominator` units of `to`, both in base units. */
export interface Rate {
  readonly from: AssetId;
  readonly to: AssetId;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly source: string;
  readonly at: Date;
}

/** A fee as it is offered. `fee` is without tax; the customer pays `total`, and no more. */
export interface FeeQuote {
  readonly schedule: { readonly id: string; readonly version: string };
  readonly rule: string;
  readonly model: FeeModel;
  readonly charge: FeeCharge;
  readonly fee: Amount;
  readonly tax: Amount;
  readonly total: Amount;
  /** Taken out of what is returned; otherwise it is charged in the profile's currency. */
  readonly inKind: boolean;
  /** What is returned, as worth in the asset of the fee: to compare the two. */
  readonly worth: Amount;
  /** The fee in hundredths of a percent of `worth`, rounded up. */
  readonly shareBasisPoints: bigint;
  readonly days: { readonly min: number; readonly max: number };
  readonly purpose: { readonly ja: string; readonly en: string };
  readonly rates: readonly Rate[];
  readonly because: readonly FeeBecause[];
}

export interface FeeBecause {
  readonly fact: string;
  readonly value: string;
  readonly source: string;
}
