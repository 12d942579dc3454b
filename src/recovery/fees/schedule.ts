import type { Amount, Asset, AssetId } from '../../money/index.ts';

/**
 * A price list of recoveries: versioned, dated, and never changed once it is in force. A changed
 * figure is a new version. Figures are base units of `currency`.
 */
export interface FeeSchedule {
  readonly id: string;
  /** Kept with every quote made under it. */
  readonly version: string;
  /** Calendar days, `YYYY-MM-DD`, the last one included; null: until another follows. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly currency: Asset;
  /** Where the figures were published. */
  readonly source: string;
  /** Tried in this order; the first whose conditions all hold is the price. */
  readonly rules: readonly FeeRule[];
}

export interface FeeRule {
  readonly id: string;
  /** Codes of the diagnosis that it prices. */
  readonly codes: readonly string[];
  /** Only where the exchange takes deposits by the network, or only where not; null: both. */
  readonly networkListed: boolean | null;
  readonly model: FeeModel;
  readonly charge: FeeCharge;
  /** Business days from acceptance to receipt. */
  readonly days: { readonly min: number; readonly max: number };
  /** Why the fee exists, for the person who pays it. */
  readonly purpose: { readonly ja: string; readonly en: string };
  readonly source: string;
}

/** How the price is found. Shares are in basis points (1/100 of a percent) of what is returned. */
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

/** One base unit of `from` is `numerator / denominator` base units of `to`. */
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
  /** A numbered invoice is due for it. */
  readonly invoiceNumber: boolean;
  /** What is returned, in the asset of the fee, to compare the two. Null when it has no price. */
  readonly worth: Amount | null;
  /** The total in hundredths of a percent of `worth`, rounded up. */
  readonly shareBasisPoints: bigint | null;
  readonly days: { readonly min: number; readonly max: number };
  readonly purpose: { readonly ja: string; readonly en: string };
  readonly rates: readonly Rate[];
  readonly because: readonly FeeBecause[];
}

export interface FeeBecause {
  readonly fact: 'fee.rule' | 'fee.model' | 'fee.in_kind' | 'fee.rate' | 'fee.tax' | 'fee.worth';
  readonly value: string;
  readonly source: string;
}
