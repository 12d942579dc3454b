import type {
  AttemptedTransfer,
  ChainTransfer,
  NetworkId,
  TransactionState,
  TransferKey,
  TxHash,
  UnreadWhy,
} from '../../networks/index.ts';

/**
 * Why a deposit is not in the balance. The order is the order in which the codes are explained to a
 * newcomer; the order in which they are tried is in rules/index.ts.
 */
export const reasonCodes = [
  'CREDIT_MISSED',
  'UNCONFIRMED',
  'NOT_FOUND',
  'FAILED_REVERTED',
  'REPLACED',
  'REORGED',
  'BELOW_MIN',
  'INTERNAL_CONTRACT_TRANSFER',
  'WRONG_NETWORK_SAME_KEY',
  'WRONG_NETWORK_CONTRACT_ADDR',
  'UNLISTED_TOKEN',
  'UNLISTED_NETWORK',
  'RETIRED_ADDRESS',
  'OTHER_USERS_ADDRESS',
  'HOT_WALLET_ADDRESS',
  'SENT_BY_US',
  'CONTRACT_MIGRATED',
  'TO_TOKEN_CONTRACT',
  'DEAD_OR_ZERO_ADDRESS',
  'FOREIGN_CONTRACT',
  'FAKE_TOKEN',
  'DEPOSIT_SUSPENDED',
  'RISK_HOLD',
  'NOT_OURS',
  'ALREADY_CREDITED',
  'UNKNOWN',
] as const;

/** `UNKNOWN` is the honest 'not answered yet': something that decides could not be read. */
export type ReasonCode = (typeof reasonCodes)[number];

/**
 * What a reason leads to.
 * `credit`, `refund`: it can be given. `keep`: it can't move today and is kept until it can.
 * `compensate`: nobody can move it; only a programme can help. `refuse`: nothing is owed here.
 * `wait`: a fact is still missing. `hold`: somebody has stopped it.
 */
export type ReasonOutcome =
  | 'credit'
  | 'refund'
  | 'keep'
  | 'compensate'
  | 'refuse'
  | 'wait'
  | 'hold';

/** One fact that decided, as text: amounts in base units, addresses lower case, times in ISO 8601. */
export interface Because {
  readonly fact: FactName;
  readonly value: string;
  readonly source: string;
}

export interface Reason {
  readonly code: ReasonCode;
  readonly outcome: ReasonOutcome;
  /** The facts that decided, the deciding one first. Never empty. */
  readonly because: readonly Because[];
  /** What would have to be otherwise for the answer to be another one. */
  readonly wouldChange: Change;
}

export interface Change {
  readonly code: ChangeCode;
  readonly facts: Readonly<Record<string, string>>;
}

export type FactName =
  | 'transaction.state'
  | 'transaction.confirmations'
  | 'transaction.replaced_by'
  | 'transaction.block_seen_before'
  | 'transaction.inner_moves'
  | 'transfer.kind'
  | 'transfer.to'
  | 'transfer.from'
  | 'transfer.amount'
  | 'transfer.token'
  | 'transfer.symbol'
  | 'network.reading'
  | 'network.listed'
  | 'network.confirmations_min'
  | 'address.purpose'
  | 'address.registered'
  | 'address.owner'
  | 'address.issued_for'
  | 'address.valid_until'
  | 'address.control'
  | 'address.code'
  | 'address.known_as'
  | 'asset.listed'
  | 'asset.listed_contract'
  | 'asset.listed_elsewhere'
  | 'asset.former_contract'
  | 'asset.minimum'
  | 'asset.suspended'
  | 'token.label'
  | 'credit.made'
  | 'credit.to'
  | 'credit.fits'
  | 'hold.placed'
  | 'sender.ours'
  | 'sender.proven'
  | 'owner.consent'
  | 'exchange.unread'
  | 'earlier_reason';

export type ChangeCode =
  | 'nothing'
  | 'more_confirmations'
  | 'transaction_appears'
  | 'node_answers'
  | 'fact_is_read'
  | 'sent_again'
  | 'replacement_pays_us'
  | 'mined_again'
  | 'more_of_the_same_asset'
  | 'key_rederived'
  | 'control_shown'
  | 'contract_deployable'
  | 'network_listed'
  | 'asset_listed'
  | 'credit_found'
  | 'credit_reversed'
  | 'hold_lifted'
  | 'deposits_resume'
  | 'sender_proven'
  | 'owner_consents'
  | 'issuer_reissues'
  | 'issuer_swaps'
  | 'contract_owner_returns'
  | 'address_registered'
  | 'token_listed_as_genuine'
  | 'programme_covers'
  | 'person_looks';

/** The reasons for one transfer, the one that decides first. */
export interface TransferDiagnosis {
  /** What can be paid at most once. Null for a transfer that was only attempted: it moved nothing. */
  readonly key: TransferKey | null;
  readonly transfer: ChainTransfer | AttemptedTransfer;
  /** Whether the receiving address is the exchange's or a customer's; null when it can't be said. */
  readonly ours: boolean | null;
  /** The customer to whom the receiving address belongs. */
  readonly owner: string | null;
  readonly reasons: readonly Reason[];
}

export interface NetworkDiagnosis {
  readonly network: NetworkId;
  readonly name: string;
  readonly state: TransactionState;
  readonly confirmations: number;
  /** About the transaction as a whole on this network. */
  readonly reasons: readonly Reason[];
  readonly transfers: readonly TransferDiagnosis[];
}

export interface UnreadNetwork {
  readonly network: NetworkId;
  readonly name: string;
  readonly why: UnreadWhy;
}

export interface Diagnosis {
  readonly hash: TxHash;
  readonly found: readonly NetworkDiagnosis[];
  readonly notFoundOn: readonly NetworkId[];
  readonly unread: readonly UnreadNetwork[];
  /** About the whole search, when it found nothing. */
  readonly reasons: readonly Reason[];
}
