import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import { type Branded, invariant } from '../std/index.ts';

/** Kaeru's own id of a customer. It outlives the link to the exchange's record of the person. */
export type CustomerId = Branded<string, 'CustomerId'>;

/** The id by which the exchange knows a customer: what `sub` of a hand-over and its API say. */
export type ExchangeCustomerId = Branded<string, 'ExchangeCustomerId'>;

const exchangeCustomerIdShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Checks and brands an id of the exchange; throws on any other text. */
export function exchangeCustomerId(text: string): ExchangeCustomerId {
  invariant(exchangeCustomerIdShape.test(text), `'${text.slice(0, 120)}' is a customer id`);
  return text as ExchangeCustomerId;
}

/** No personal data: name, address and documents stay with the exchange, fetched when looked at. */
export interface Customer {
  readonly id: CustomerId;
  readonly exchangeId: ExchangeCustomerId;
  /** BCP 47, `und` where the exchange has not said. */
  readonly language: string;
}

/**
 * What moves the coins at an address.
 * - `hd`: a key below the exchange's seed, by its BIP-32 path.
 * - `key`: a single key, by the id the signer knows it by.
 * - `vault`: kept by a custodian, who alone can confirm and move.
 * - `contract`: made by CREATE2 from a factory; without its code on a network nothing moves there.
 * - `shared`: one address for many customers, told apart by a memo.
 */
export type Control =
  | { readonly kind: 'hd'; readonly path: string }
  | { readonly kind: 'key'; readonly keyId: string }
  | { readonly kind: 'vault'; readonly custodian: string; readonly ref: string }
  | {
      readonly kind: 'contract';
      readonly factory: Address;
      readonly salt: string;
      readonly initCodeHash: string;
    }
  | { readonly kind: 'shared'; readonly memo: string };

/** From when until when. `to` null: still so. `to` itself no longer belongs to the interval. */
export interface Interval {
  readonly from: Date;
  readonly to: Date | null;
}

/** True from the interval’s first moment until just before its end. */
export function isWithin(interval: Interval, at: Date): boolean {
  return interval.from <= at && (interval.to === null || at < interval.to);
}

/**
 * One issue of an address to a customer on one network. An address handed out for three networks is
 * three of these; an address handed on from one customer to another is two. A retired one keeps its
 * row for ever: coins still arrive there.
 */
export interface DepositAddress {
  /** The exchange's id of this issue. */
  readonly issue: string;
  readonly network: NetworkId;
  readonly address: Address;
  readonly customer: CustomerId;
  /** The assets it was issued for; null means every asset listed on that network. */
  readonly assets: readonly AssetId[] | null;
  readonly control: Control;
  readonly valid: Interval;
}

/** An address that the exchange works with itself. */
export interface OwnAddress {
  readonly issue: string;
  readonly network: NetworkId;
  readonly address: Address;
  readonly purpose: 'hot' | 'cold' | 'treasury' | 'gas';
  readonly control: Control;
  readonly valid: Interval;
}

/** The exchange's terms for one asset, as they stood during `valid`. */
export interface ListedAsset {
  readonly asset: AssetId;
  readonly network: NetworkId;
  readonly symbol: string;
  readonly decimals: number;
  /** Deposits below this many base units are not credited by themselves. */
  readonly minimumUnits: bigint;
  /** Every minimum there ever was, by the time it came into force, earliest first. */
  readonly minimums: readonly { readonly from: Date; readonly units: bigint }[];
  /** What a withdrawal costs; some fees are told as a multiple of it. */
  readonly withdrawalFeeUnits: bigint;
  /** When deposits were (or are) closed. */
  readonly suspended: readonly Interval[];
  /** Contracts that were this asset before a migration. */
  readonly formerContracts: readonly Address[];
  readonly valid: Interval;
}

/** Everyone to whom an address ever belonged, on any network. Both empty: not known to be ours. */
export interface Owners {
  readonly issued: readonly DepositAddress[];
  readonly own: readonly OwnAddress[];
}
