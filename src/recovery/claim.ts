import type { Selectable } from 'kysely';
import type { CustomerId } from '../accounts/index.ts';
import type { Plan } from '../custody/index.ts';
import type { Database, Schema, Tx } from '../db/index.ts';
import type { Screening } from '../lists/index.ts';
import type { Address, NetworkId, TransferKey } from '../networks/index.ts';
import type { CreditPlan, PaymentId } from '../payments/index.ts';
import { type Branded, fromStoredJson } from '../std/index.ts';
import type { Diagnosis, ReasonCode, ReasonOutcome } from './diagnosis/index.ts';
import type { Evidence } from './evidence.ts';
import type { FeeQuote } from './fees/index.ts';
import type { Hints } from './hints.ts';
import type { Quote, Wishes } from './options/index.ts';
import type { ClaimState } from './states.ts';

/** What the customer quotes on the phone: `R-26-000183`. */
export type ClaimNumber = Branded<string, 'ClaimNumber'>;

/** A claim for an asset that did not arrive. One claim is about one transfer, once it is known. */
export interface Claim {
  readonly number: ClaimNumber;
  readonly customer: CustomerId;
  readonly state: ClaimState;
  readonly version: number;
  readonly language: 'ja' | 'en';
  /** The customer's own words, with secrets taken out. Trusted never. */
  readonly said: string;
  /** Whether waiting is an option for them. */
  readonly wishes: Wishes;
  /** What they remember of it, where there is no transaction id. */
  readonly hints: Hints | null;
  readonly transactionHash: string | null;
  readonly network: NetworkId | null;
  readonly transferKey: TransferKey | null;
  readonly diagnosis: Diagnosis | null;
  /** The diagnosis in words, as the customer was told it. */
  readonly answer: Answer | null;
  /** The transaction as it was last read. */
  readonly evidence: Evidence | null;
  readonly correction: Correction | null;
  readonly consent: RecordedConsent | null;
  /** Claims of the same cause, asset and network: `WRONG_NETWORK_SAME_KEY evm:61/token:0x…`. */
  readonly cluster: string | null;
  readonly quote: Quote | null;
  readonly choice: Choice | null;
  readonly destination: Destination | null;
  readonly plan: ClaimPlan | null;
  readonly planDigest: string | null;
  readonly payment: PaymentId | null;
  readonly hold: Hold | null;
  readonly closure: Closure | null;
  readonly appeal: Appeal | null;
  /** The fee that is charged in the national currency once the payment has settled. */
  readonly fee: ClaimFee | null;
  /** When the customer hears again, also when nothing has changed. */
  readonly promisedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the customer is told: why, and what would change it. */
export interface Answer {
  readonly why: { readonly ja: string; readonly en: string };
  readonly change: { readonly ja: string; readonly en: string };
}

/** A person's diagnosis beside the machine's, which stays. */
export interface Correction {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  readonly code: ReasonCode;
  readonly outcome: ReasonOutcome;
}

/**
 * The customer to whom the receiving address belongs agrees that the transfer is somebody else's. Asked
 * for and recorded by the desk; neither customer learns who the other is.
 */
export interface RecordedConsent {
  readonly customer: string;
  readonly transferKey: TransferKey;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** What the customer chose of the quote, at the price it was quoted. */
export interface Choice {
  readonly option: 'credit' | 'return_to_source' | 'return_to_proven' | 'wait' | 'compensate';
  /** The customer; for a compensation the member of staff who offered it. */
  readonly by: string;
  readonly at: Date;
  /** Where a return shall go; null for the others. */
  readonly address: Address | null;
  /** What reaches the customer, in base units of the asset. */
  readonly units: bigint;
  /** The fee as it was quoted; null when there is none. */
  readonly fee: FeeQuote | null;
}

/** Where a return goes, how it was shown to be the customer's, and what the lists said of it. */
export interface Destination {
  readonly address: Address;
  readonly proof: {
    readonly kind: ProofKind;
    readonly at: Date;
    readonly evidence: string;
  };
  readonly screened: {
    readonly at: Date;
    readonly versions: Extract<Screening, { status: 'clear' }>['versions'];
  };
}

/**
 * `signature`: by the key of the address (EIP-191 or EIP-712), good on every network.
 * `set_amount`: the key sent what we had set. `contract_signature`: the wallet contract said yes (ERC-1271),
 * which is good on its network alone.
 */
export type ProofKind = 'signature' | 'contract_signature' | 'set_amount';

/** The plan that waits for approval, by its kind. */
export type ClaimPlan =
  | {
      readonly kind: 'return';
      readonly plan: Plan;
      /** Absent where the plan was made before trials were kept. */
      readonly simulation?: PlanSimulation;
    }
  | { readonly kind: 'credit' | 'compensate'; readonly plan: CreditPlan };

/**
 * How the moves of a return went when they were tried, by what balances did. It is beside the plan and
 * not in it: what is signed is the plan.
 */
export interface PlanSimulation {
  readonly at: Date;
  /** The newest block when it was tried. */
  readonly block: bigint;
  /** Each move exactly as planned; gas in units, as estimated. */
  readonly moves: readonly {
    readonly purpose: 'return' | 'sweep';
    readonly to: Address;
    readonly units: bigint;
    readonly gas: bigint;
  }[];
  /** What the moves' gas costs at the price of the trial, in the network's coin: the price and the whole. */
  readonly gasPriceWei: bigint;
  readonly costWei: bigint;
}

/** Who stopped a claim, when and why. The reason is for the desk alone. */
export interface Hold {
  readonly by: string;
  readonly at: Date;
  readonly code: HoldCode;
  readonly reason: string;
}

/** Why a claim waits for the desk. Customers are told only that somebody is looking. */
export type HoldCode =
  | 'claimed_twice'
  | 'risk'
  | 'screening'
  | 'simulation'
  | 'payment_stopped'
  | 'plan_rejected'
  | 'overturned'
  | 'person';

/** How a claim ended, or was answered for now. The reason is what the customer is told. */
export interface Closure {
  readonly by: string;
  readonly at: Date;
  readonly code: string;
  readonly reason: string;
}

/** `unpaid`: the balance did not cover it; the return stands, and the desk decides. */
export interface ClaimFee {
  readonly status: 'due' | 'charged' | 'unpaid';
  readonly at: Date;
}

/** The customer's disagreement, and what another person made of it. */
export interface Appeal {
  readonly at: Date;
  readonly said: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly answer: string | null;
  /** Who decided on earlier appeals of this claim. They do not decide again. */
  readonly deciders: readonly string[];
}

/** Reads one claim, or null. */
export async function readClaim(database: Database | Tx, number: string): Promise<Claim | null> {
  const row = await database
    .selectFrom('claims')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? claimOf(row) : null;
}

/** A row as a claim. */
export function claimOf(row: Selectable<Schema['claims']>): Claim {
  return {
    number: row.number as ClaimNumber,
    customer: row.customer_id as CustomerId,
    state: row.state as ClaimState,
    version: row.version,
    language: row.language as Claim['language'],
    said: row.said,
    wishes: fromStoredJson(row.wishes),
    hints: fromStoredJson(row.hints),
    transactionHash: row.transaction_hash,
    network: row.network as NetworkId | null,
    transferKey: row.transfer_key as TransferKey | null,
    diagnosis: fromStoredJson(row.diagnosis),
    answer: fromStoredJson(row.answer),
    evidence: fromStoredJson(row.evidence),
    correction: fromStoredJson(row.correction),
    consent: fromStoredJson(row.consent),
    cluster: row.cluster,
    quote: fromStoredJson(row.quote),
    choice: fromStoredJson(row.choice),
    destination: fromStoredJson(row.destination),
    plan: fromStoredJson(row.plan),
    planDigest: row.plan_digest,
    payment: row.payment_id as PaymentId | null,
    hold: fromStoredJson(row.hold),
    closure: fromStoredJson(row.closure),
    appeal: fromStoredJson(row.appeal),
    fee: fromStoredJson(row.fee),
    promisedAt: row.promised_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
