import type { Selectable } from 'kysely';
import type { Context } from '../audit/index.ts';
import type { Approval, Custody, Plan } from '../custody/index.ts';
import type { Database, Schema, Tx } from '../db/index.ts';
import type { Exchange } from '../exchange/index.ts';
import type { Sender } from '../jobs/index.ts';
import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId, NodeSet } from '../networks/index.ts';
import type { Branded } from '../std/index.ts';

export type PaymentId = Branded<string, 'PaymentId'>;

/** The nodes that Kaeru may ask, network by network. */
export interface Chains {
  readonly all: readonly NodeSet[];
  /** Null when no node of that network is configured. */
  of(network: NetworkId): NodeSet | null;
}

/** What payments reach outside with. */
export interface PaymentContext extends Context {
  readonly queue: Sender;
  readonly chains: Chains;
  readonly custody: Custody;
  readonly exchange: Exchange;
  /** Asked once more before anything leaves the house: is it still owed, and to this destination? */
  stillOwed(payment: Payment): Promise<StillOwed>;
}

/** `unread`: something that could object did not answer; it is asked again later. */
export type StillOwed = 'yes' | 'no' | 'unread';

/** A credit to a customer's balance at the exchange, in words that two people approve. */
export interface CreditPlan {
  readonly version: 1;
  readonly id: string;
  readonly caseNumber: string;
  readonly requester: string;
  readonly transferKey: string;
  /** The exchange's id of the customer. */
  readonly customer: string;
  readonly asset: AssetId;
  /** Base units, as a decimal string: a plan is text that people sign. */
  readonly units: string;
  /** What of the found amount is kept as the fee, in base units. */
  readonly feeUnits: string;
  readonly expiresAt: string;
}

/** A payment by its kind, with the plan that was approved. */
export type Payment = PaymentCore &
  (
    | { readonly kind: 'return'; readonly plan: Plan }
    | { readonly kind: 'credit' | 'compensate'; readonly plan: CreditPlan }
  );

interface PaymentCore {
  readonly id: PaymentId;
  readonly transferKey: string;
  readonly caseNumber: string;
  readonly planDigest: string;
  readonly approvals: Approvals;
  readonly state: PaymentState;
  readonly stopped: Stopped | null;
  /** When the exchange was first asked for the credit: from then on it may have given it. */
  readonly creditAskedAt: Date | null;
  readonly creditedAt: Date | null;
  readonly version: number;
  /** When it, or one of its lines, last went on. */
  readonly movedAt: Date;
}

export type PaymentState = 'sending' | 'stopped' | 'settled' | 'cancelled';

/** The signatures, as the signer wants them; `cluster` lists the digests that were approved together. */
export interface Approvals {
  readonly signatures: readonly Approval[];
  readonly cluster: readonly string[] | null;
}

/** Why a payment waits for a person. `code` is stable; `facts` fill its sentence. */
export interface Stopped {
  readonly code: StopCode;
  readonly facts: Readonly<Record<string, string>>;
  readonly at: string;
}

export type StopCode =
  | 'no_longer_owed'
  | 'simulation_failed'
  | 'signer_refused'
  | 'transaction_failed'
  | 'moved_otherwise'
  | 'nonce_taken'
  | 'broadcast_refused'
  | 'credit_refused'
  | 'books_refused';

/** One line of a return, as it stands. */
export interface PaymentLine {
  readonly index: number;
  readonly network: NetworkId;
  readonly purpose: 'gas' | 'return' | 'sweep';
  readonly sender: Address;
  readonly nonce: bigint | null;
  readonly state: LineState;
  readonly finalHash: string | null;
}

export type LineState = 'waiting' | 'reserved' | 'signed' | 'sent' | 'final' | 'failed';

/** The payment with this id, or null. */
export async function readPayment(database: Database | Tx, id: string): Promise<Payment | null> {
  const row = await database
    .selectFrom('payments')
    .selectAll()
    .select((on) =>
      on
        .selectFrom('payment_lines')
        .select((line) => line.fn.max('updated_at').as('at'))
        .where('payment_id', '=', id)
        .as('line_moved_at'),
    )
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? paymentOf(row, row.line_moved_at) : null;
}

function paymentOf(row: Selectable<Schema['payments']>, lineMovedAt: Date | null): Payment {
  const core: PaymentCore = {
    id: row.id as PaymentId,
    transferKey: row.transfer_key,
    caseNumber: row.case_number,
    planDigest: row.plan_digest,
    approvals: row.approvals as Approvals,
    state: row.state as PaymentState,
    stopped: row.stopped as Stopped | null,
    creditAskedAt: row.credit_asked_at,
    creditedAt: row.credited_at,
    version: row.version,
    movedAt: lineMovedAt !== null && lineMovedAt > row.updated_at ? lineMovedAt : row.updated_at,
  };
  return row.kind === 'return'
    ? { ...core, kind: 'return', plan: row.plan as Plan }
    : { ...core, kind: row.kind as 'credit' | 'compensate', plan: row.plan as CreditPlan };
}

/** The lines of a payment, in order. */
export async function readLines(database: Database | Tx, id: string): Promise<PaymentLine[]> {
  const rows = await database
    .selectFrom('payment_lines')
    .selectAll()
    .where('payment_id', '=', id)
    .orderBy('line')
    .execute();
  return rows.map((row) => ({
    index: row.line,
    network: row.network as NetworkId,
    purpose: row.purpose as PaymentLine['purpose'],
    sender: row.sender as Address,
    nonce: row.nonce,
    state: row.state as LineState,
    finalHash: row.final_hash,
  }));
}
