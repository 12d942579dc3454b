import type {
  AccountSource,
  Control,
  ExchangeCustomerId,
  Interval,
  OwnAddress,
} from '../accounts/index.ts';
import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import type { Outcome } from '../std/index.ts';

/** What can go wrong with any call. Whatever went wrong, nothing was concluded. */
export type ExchangeFailure =
  | 'exchange_unreachable'
  | 'exchange_timed_out'
  | 'exchange_refused'
  | 'exchange_answer_malformed';

/** What can go wrong with a call that acts: the same key was used for something else before. */
export type ActionFailure = ExchangeFailure | 'exchange_key_reused' | 'exchange_customer_unknown';

/** What can go wrong with a credit. */
export type CreditFailure = ActionFailure | 'exchange_already_credited';
/** What can go wrong with a charge. */
export type ChargeFailure = ActionFailure | 'exchange_balance_insufficient';
/** All that can go wrong with the exchange. */
export type ExchangeCode = CreditFailure | ChargeFailure;

/** Why the exchange is asked to act; told to its own books and staff. Never shown to a customer. */
export interface Reason {
  readonly caseNumber: string;
  /** A stable code, e.g. `recovery.credit`. */
  readonly code: string;
}

/** Whom the exchange says an address belongs or belonged to, on every network. */
export interface AddressOwners {
  readonly issued: readonly {
    readonly network: NetworkId;
    readonly customer: ExchangeCustomerId;
    readonly assets: readonly AssetId[] | null;
    readonly control: Control;
    readonly valid: Interval;
  }[];
  readonly own: readonly {
    readonly network: NetworkId;
    readonly purpose: OwnAddress['purpose'];
    readonly control: Control;
    readonly valid: Interval;
  }[];
}

/** A credit in the exchange's books. `transferKey` null: it paid no single transfer. */
export interface ExchangeCredit {
  readonly id: string;
  readonly transferKey: string | null;
  readonly customer: ExchangeCustomerId;
  readonly asset: AssetId;
  readonly units: bigint;
  readonly at: Date;
  /** Credited by the exchange's own deposit service, or because Kaeru asked. */
  readonly by: 'exchange' | 'kaeru';
}

/** The exchange's receipt for an action. The same key brings the same receipt again. */
export interface Receipt {
  readonly id: string;
  readonly at: Date;
}

/** Personal data: fetched when somebody looks, shown, and dropped. Never stored, never logged. */
export interface CustomerDetails {
  readonly customer: ExchangeCustomerId;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  /** ISO 3166-1 alpha-2. */
  readonly residence: string;
  /** The legal entity of the exchange that the customer has the contract with. */
  readonly entity: string;
  readonly identityVerified: boolean;
  readonly restricted: readonly Restrictable[];
  readonly balances: readonly { readonly asset: AssetId; readonly units: bigint }[];
}

/** What a restriction can stop. */
export type Restrictable = 'withdraw_crypto' | 'withdraw_fiat' | 'trade' | 'api';

/** The price of one whole unit, exact, as written by its source. */
export interface Price {
  readonly currency: 'JPY' | 'USD';
  /** A decimal string, e.g. `18034500.25`. */
  readonly price: string;
  readonly at: Date;
  readonly source: string;
}

/**
 * The exchange that Kaeru serves, by version 1 of the contract (docs/reference/exchange-contract.md).
 * Calls that act carry an idempotency key that never expires.
 */
export interface Exchange extends AccountSource<ExchangeFailure> {
  /** Whom an address belongs to, asked of the exchange itself rather than of what was imported. */
  ownersOfAddress(address: Address): Promise<Outcome<AddressOwners, ExchangeFailure>>;

  /** What was credited for one transaction, transfer by transfer. Empty: nothing so far. */
  creditsOf(transaction: {
    readonly network: NetworkId;
    readonly hash: string;
  }): Promise<Outcome<readonly ExchangeCredit[], ExchangeFailure>>;

  /** Adds to a customer's balance. One transfer is credited at most once, whatever the key. */
  credit(input: {
    readonly idempotencyKey: string;
    readonly customer: ExchangeCustomerId;
    readonly asset: AssetId;
    readonly units: bigint;
    readonly transferKey: string | null;
    readonly reason: Reason;
  }): Promise<Outcome<Receipt, CreditFailure>>;

  /** Takes a fee from the customer's balance in a national currency. `taxUnits` is part of `units`. */
  charge(input: {
    readonly idempotencyKey: string;
    readonly customer: ExchangeCustomerId;
    readonly asset: AssetId;
    readonly units: bigint;
    readonly taxUnits: bigint;
    readonly invoiceNumber: string;
    readonly reason: Reason;
  }): Promise<Outcome<Receipt, ChargeFailure>>;

  /** Stops what is named, until `lift` names the receipt's id. */
  restrict(input: {
    readonly idempotencyKey: string;
    readonly customer: ExchangeCustomerId;
    readonly what: readonly Restrictable[];
    readonly reason: Reason;
  }): Promise<Outcome<Receipt, ActionFailure>>;

  /** Ends one restriction. */
  lift(input: {
    readonly idempotencyKey: string;
    readonly restriction: string;
    readonly reason: Reason;
  }): Promise<Outcome<Receipt, ActionFailure>>;

  /** Reaches the customer where the exchange reaches its customers (app, mail, messenger). */
  notify(input: {
    readonly idempotencyKey: string;
    readonly customer: ExchangeCustomerId;
    readonly language: string;
    readonly subject: string;
    readonly text: string;
    readonly caseNumber: string;
  }): Promise<Outcome<Receipt, ActionFailure>>;

  /** A customer's personal data, for one look. The caller records who looked. */
  customer(
    id: ExchangeCustomerId,
  ): Promise<Outcome<CustomerDetails, ExchangeFailure | 'exchange_customer_unknown'>>;

  /** What one unit of an asset is worth, in JPY and USD where the exchange has a price. */
  rates(asset: AssetId): Promise<Outcome<readonly Price[], ExchangeFailure>>;
}
