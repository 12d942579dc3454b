import type { AssetId } from '../../money/index.ts';
import type { Address, ChainReading, NetworkId, TxHash } from '../../networks/index.ts';

/**
 * Everything that an answer stands on. It is gathered first and handed in whole, so that the answer
 * is a pure function of it and can be repeated years later from the record. Every entry says where it
 * comes from (`source`), in words that a specialist can follow: 'node ethereum', 'exchange', 'signer'.
 */
export interface Facts {
  /** The transaction asked about. */
  readonly hash: TxHash;
  /** When the facts were gathered: the only 'now' that a diagnosis knows. */
  readonly asOf: Date;
  /** Who says that the deposit is theirs; null when nobody has claimed it yet. */
  readonly claimant: Claimant | null;
  /** One entry for every network that was asked, also those that gave no answer. */
  readonly networks: readonly NetworkFacts[];
  /** Addresses of the exchange and its customers, also those long retired: receivers and senders. */
  readonly addresses: Known<OwnedAddress>;
  /** What the exchange takes for deposit, network by network. */
  readonly assets: Known<ListedAsset>;
  /** What it has credited already from this transaction. */
  readonly credits: Known<Credit>;
  /** Holds by risk, sanctions screening or an authority. Never with their reason. */
  readonly holds: Known<RiskHold>;
  /** Where this transaction was seen before. */
  readonly sightings: readonly EarlierSighting[];
  /** Code found at addresses that received or sent something. */
  readonly codes: readonly CodeFact[];
  /** Tokens that a list calls genuine or fake. */
  readonly tokenLabels: readonly TokenLabel[];
  /** Sending addresses that customers have shown to be their own, by a signature of the key. */
  readonly provenSenders: readonly ProvenSender[];
  /** Those of the senders that a list calls a wallet of an exchange: many people send from it. */
  readonly sharedWallets: Known<SharedWallet>;
  /** Consents of customers whose address received what another one claims. */
  readonly consents: readonly Consent[];
}

/** A question put to another system: its entries, or that it gave none and why. */
export type Known<T> =
  | { readonly read: true; readonly source: string; readonly entries: readonly T[] }
  | { readonly read: false; readonly source: string; readonly why: string };

export type Answer = 'yes' | 'no' | 'unknown';

export interface Claimant {
  readonly customer: string;
  readonly source: string;
}

export interface NetworkFacts {
  readonly network: NetworkId;
  /** As the reader of the answer knows it: 'ethereum', 'evm:61'. */
  readonly name: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly native: { readonly symbol: string; readonly decimals: number };
  /** Whether the exchange takes any deposit by this network, and who says so. */
  readonly listed: boolean;
  readonly listedSource: string;
  readonly confirmationsMin: number;
  readonly reading: ChainReading;
  /** Who answered: 'node ethereum'. */
  readonly source: string;
}

export interface OwnedAddress {
  readonly address: Address;
  /** `hot` is a wallet of the house, also its treasury: nobody is told to deposit there. */
  readonly purpose: 'deposit' | 'hot';
  /** Whose deposits it takes; null for a wallet of the house. */
  readonly customer: string | null;
  /** The networks it was handed out for, and when. Null as an end: unknown, or still valid. */
  readonly issued: readonly Issue[];
  readonly control: Control;
  readonly source: string;
}

export interface Issue {
  readonly network: NetworkId;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** What stands behind an address. Only an answer of yes lets anything leave it. */
export type Control =
  | {
      /** An ordinary key, alone or in an HD wallet: the same address on every EVM network. */
      readonly kind: 'key';
      /** Whether the signer derived this very address again. */
      readonly rederived: Answer;
      readonly source: string;
    }
  | {
      readonly kind: 'custodian';
      /** Networks on which the custodian confirmed that it can sign for the address. */
      readonly confirmedOn: readonly NetworkId[];
      readonly source: string;
    }
  | {
      /** A contract: the address exists elsewhere only if the same factory and salt can make it. */
      readonly kind: 'contract';
      readonly factory: Address | null;
      readonly salt: string | null;
      readonly deployable: readonly { readonly network: NetworkId; readonly answer: Answer }[];
      readonly source: string;
    }
  | {
      /** One address for many customers, told apart by a memo. */
      readonly kind: 'shared';
      readonly held: Answer;
      readonly source: string;
    };

export interface ListedAsset {
  readonly asset: AssetId;
  readonly network: NetworkId;
  /** The token's contract; null for the network's own coin. */
  readonly token: Address | null;
  readonly symbol: string;
  readonly decimals: number;
  /** Smallest deposit that is credited, by the day it came into force, earliest first. */
  readonly minimums: readonly { readonly from: Date | null; readonly units: bigint }[];
  /** Times at which deposits were off. An end of null: still off. */
  readonly suspensions: readonly { readonly from: Date; readonly to: Date | null }[];
  /** Contracts that this asset has left behind. */
  readonly formerTokens: readonly Address[];
  readonly source: string;
}

export interface Credit {
  readonly network: NetworkId;
  readonly hash: string;
  /** Null when the exchange's books don't say which transfer of the transaction it was. */
  readonly path: string | null;
  readonly units: bigint;
  readonly customer: string;
  readonly reference: string;
  readonly source: string;
}

/** Holds whatever it matches: a transfer, a whole transaction, or all that touches an address. */
export interface RiskHold {
  readonly reference: string;
  readonly network: NetworkId | null;
  readonly hash: string | null;
  readonly path: string | null;
  readonly address: Address | null;
  readonly source: string;
}

export interface EarlierSighting {
  readonly network: NetworkId;
  readonly hash: string;
  /** The block it was in; null when it was only seen waiting for one. */
  readonly blockHash: string | null;
  readonly blockNumber: bigint | null;
  readonly seenAt: Date;
  readonly source: string;
}

export interface CodeFact {
  readonly network: NetworkId;
  readonly address: Address;
  /** `delegated`: a person's own address that borrows code (EIP-7702), not a contract. */
  readonly code: 'none' | 'contract' | 'delegated' | 'unknown';
  readonly source: string;
}

export interface TokenLabel {
  readonly network: NetworkId;
  readonly token: Address;
  readonly label: 'genuine' | 'fake';
  readonly source: string;
}

export interface SharedWallet {
  readonly address: Address;
  readonly source: string;
}

export interface ProvenSender {
  readonly address: Address;
  readonly customer: string;
  readonly source: string;
}

export interface Consent {
  readonly network: NetworkId;
  readonly hash: string;
  readonly path: string;
  /** Who consents: the customer to whom the receiving address belongs. */
  readonly customer: string;
  readonly source: string;
}
