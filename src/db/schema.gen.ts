// Written by `npm run db:types` from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface Schema {
  audit_chain: {
    sequence: bigint;
    entry_id: string;
    hash: string;
  };
  audit_entries: {
    id: string;
    at: Date;
    actor_kind: string;
    actor_id: string;
    action: string;
    subject: string;
    details: ColumnType<unknown, string, string>;
  };
  claims: {
    number: string;
    customer_id: string;
    state: string;
    version: Generated<number>;
    language: string;
    said: string;
    transaction_hash: string | null;
    network: string | null;
    transfer_key: string | null;
    facts: ColumnType<unknown, string | null | undefined, string | null>;
    diagnosis: ColumnType<unknown, string | null | undefined, string | null>;
    correction: ColumnType<unknown, string | null | undefined, string | null>;
    cluster: string | null;
    quote: ColumnType<unknown, string | null | undefined, string | null>;
    choice: ColumnType<unknown, string | null | undefined, string | null>;
    destination: ColumnType<unknown, string | null | undefined, string | null>;
    plan: ColumnType<unknown, string | null | undefined, string | null>;
    plan_digest: string | null;
    payment_id: string | null;
    hold: ColumnType<unknown, string | null | undefined, string | null>;
    closure: ColumnType<unknown, string | null | undefined, string | null>;
    appeal: ColumnType<unknown, string | null | undefined, string | null>;
    promised_at: Date | null;
    created_at: Date;
    updated_at: Date;
  };
  destination_challenges: {
    id: string;
    claim_number: string;
    address: string;
    message: string;
    expires_at: Date;
    used_at: Date | null;
  };
  event_deliveries: {
    event_id: bigint;
    subscriber: string;
    delivered_at: Date | null;
    attempts: Generated<number>;
    failed_with: string | null;
    next_attempt_at: Date;
  };
  events: {
    id: Generated<bigint>;
    kind: string;
    subject: string;
    body: ColumnType<unknown, string, string>;
    at: Date;
  };
  migrations: {
    number: number;
    name: string;
    checksum: string;
    at: Generated<Date>;
  };
  payment_lines: {
    payment_id: string;
    line: number;
    network: string;
    purpose: string;
    sender: string;
    nonce: bigint | null;
    state: string;
    final_hash: string | null;
    fee_wei: bigint | null;
    updated_at: Date;
  };
  payments: {
    id: string;
    kind: string;
    transfer_key: string;
    case_number: string;
    plan: ColumnType<unknown, string, string>;
    plan_digest: string;
    approvals: ColumnType<unknown, string, string>;
    state: string;
    stopped: ColumnType<unknown, string | null | undefined, string | null>;
    credited_at: Date | null;
    version: Generated<number>;
    created_at: Date;
    updated_at: Date;
  };
  sightings: {
    network: string;
    transaction_hash: string;
    block_hash: string;
    block_number: bigint;
    sender: string;
    nonce: bigint;
    at: Date;
  };
  signed_transactions: {
    network: string;
    hash: string;
    payment_id: string;
    line: number;
    attempt: number;
    nonce: bigint;
    raw: string;
    fees: ColumnType<unknown, string, string>;
    signed_at: Date;
    sent_at: Date | null;
  };
}
