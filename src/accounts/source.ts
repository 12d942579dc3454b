import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import type { Outcome } from '../std/index.ts';
import type { Control, ExchangeCustomerId, Interval, OwnAddress } from './account.ts';

/**
 * One record of the exchange, whole. `revision` grows with each change that the exchange makes, so a
 * record read twice, or late, never overwrites a newer one.
 */
export type AccountRecord =
  | {
      readonly kind: 'customer';
      readonly revision: bigint;
      readonly customer: ExchangeCustomerId;
      readonly language: string;
    }
  | {
      readonly kind: 'address';
      readonly revision: bigint;
      readonly issue: string;
      readonly network: NetworkId;
      readonly address: Address;
      readonly customer: ExchangeCustomerId;
      readonly assets: readonly AssetId[] | null;
      readonly control: Control;
      readonly valid: Interval;
    }
  | {
      readonly kind: 'own_address';
      readonly revision: bigint;
      readonly issue: string;
      readonly network: NetworkId;
      readonly address: Address;
      readonly purpose: OwnAddress['purpose'];
      readonly control: Control;
      readonly valid: Interval;
    };

/** A page of everything there is. `next` null: the last. `changesSince` is where to follow from. */
export interface AccountPage {
  readonly records: readonly AccountRecord[];
  readonly next: string | null;
  readonly changesSince: string;
}

/** What changed since a cursor. `more` says that another page is waiting. */
export interface ChangePage {
  readonly records: readonly AccountRecord[];
  readonly cursor: string;
  readonly more: boolean;
}

/** An asset as the exchange lists it today. */
export interface AssetTerms {
  readonly asset: AssetId;
  readonly symbol: string;
  readonly decimals: number;
  readonly minimumUnits: bigint;
  readonly withdrawalFeeUnits: bigint;
  readonly suspended: readonly Interval[];
  readonly formerContracts: readonly Address[];
  readonly listed: Interval;
}

/**
 * Where accounts come from: the part of the exchange's contract that this folder needs. `exchange`
 * fulfils it. Whatever can go wrong there comes back as its refusal.
 */
export interface AccountSource<Code extends string = string> {
  accounts(input: { readonly cursor: string | null }): Promise<Outcome<AccountPage, Code>>;
  changes(input: { readonly since: string }): Promise<Outcome<ChangePage, Code>>;
  assets(): Promise<Outcome<readonly AssetTerms[], Code>>;
}
