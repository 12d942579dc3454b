import type { Amount, Asset } from '../money/index.ts';
import type { Calendar } from './calendar.ts';

/**
 * One rule of law or policy as it stood from a day on. It is never edited once it was in force: a
 * change is another entry with its own day. `sure` says how far the source was followed.
 */
export interface Entry<T> {
  readonly rule: string;
  readonly value: T;
  readonly source: string;
  /** Calendar days, `YYYY-MM-DD`, the last one included; null: until something follows it. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly verifiedOn: string;
  readonly verifiedBy: string;
  /** `to_confirm`: counsel must look at it before it is relied upon. */
  readonly sure: 'checked' | 'from_memory' | 'to_confirm';
}

/** All that a jurisdiction says, by topic, each as the list of its entries in the order of time. */
export type ProfileEntries = {
  readonly [Topic in keyof ProfileRules]: readonly Entry<ProfileRules[Topic]>[];
};

export interface ProfileSource {
  readonly name: string;
  readonly label: { readonly ja: string; readonly en: string };
  /** Changes whenever an entry does. Kept with every quote. */
  readonly version: string;
  readonly calendar: Calendar;
  readonly entries: ProfileEntries;
}

/** What a profile answers, topic by topic. */
export interface ProfileRules {
  /** Whether an asset that the exchange does not list may be put into a customer's balance. */
  readonly creditUnlisted: boolean;
  /** Whether it may be given back as what it is. */
  readonly returnUnlisted: boolean;
  /** Whether the fee may be taken out of the asset itself, by whether the exchange lists it. */
  readonly feeInKind: { readonly listed: boolean; readonly unlisted: boolean };
  /** In which currency a fee is charged that is not taken in kind. */
  readonly feeCurrency: Asset;
  /** Tax on the fee, and whether a numbered invoice is due. */
  readonly feeTax: FeeTax;
  /** On what legal ground a lost deposit is given back. */
  readonly basis: { readonly code: string; readonly ja: string; readonly en: string };
  /** Facts about sender and receiver are collected from this amount on; null: at no amount. */
  readonly travelRuleFrom: Amount | null;
  /** Above this amount control of an own wallet must be shown by law; null: at no amount. */
  readonly walletProofAbove: Amount | null;
  /** Above this amount a payment across the border is reported; null: at no amount. */
  readonly reportAbove: Amount | null;
  readonly linksInMessages: boolean;
}

export interface FeeTax {
  readonly basisPoints: bigint;
  readonly rounding: 'down' | 'up';
  readonly invoiceNumber: boolean;
  readonly label: { readonly ja: string; readonly en: string };
}

/** A profile on one day: the rules in force, and the entries that they come from. */
export interface Profile {
  readonly name: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly version: string;
  readonly day: string;
  readonly calendar: Calendar;
  readonly rules: ProfileRules;
  readonly sources: { readonly [Topic in keyof ProfileRules]: Entry<ProfileRules[Topic]> };
}
