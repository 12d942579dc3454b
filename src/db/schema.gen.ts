// Written by `npm run db:types` from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface Schema {
  account_import: {
    id: number;
    phase: string;
    cursor: string | null;
    changes_since: string | null;
    version: Generated<number>;
    records: Generated<bigint>;
    updated_at: Date;
  };
  approvals: {
    plan_digest: string;
    approver: string;
    subject: string;
    requested_by: string;
    decision: string;
    key_kind: string | null;
    device_key_id: string | null;
    signature: ColumnType<unknown, string | null | undefined, string | null>;
    reason: string | null;
    at: Date;
  };
  audit_chain: {
    sequence: bigint;
    entry_id: string;
    hash: string;
    previous_hash: string;
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
  audit_heads: {
    sequence: bigint;
    hash: string;
    public_key: string;
    signature: string;
    at: Date;
  };
  audit_waiting: {
    position: Generated<bigint>;
    entry_id: string;
  };
  case_entries: {
    case_number: string;
    id: Generated<bigint>;
    at: Date;
    actor_kind: string;
    actor_id: string;
    kind: string;
    visible: string;
    facts: ColumnType<unknown, string, string>;
  };
  cases: {
    number: string;
    customer_id: string;
    opened_at: Date;
    owner: string | null;
    turn: string | null;
    turn_until: Date | null;
    closure: ColumnType<unknown, string | null | undefined, string | null>;
    version: Generated<number>;
    snoozed_until: Date | null;
    waits_for: string | null;
  };
  claim_drafts: {
    customer_id: string;
    clue: string;
    hints: ColumnType<unknown, string, string>;
    language: string;
    saved_at: Date;
  };
  claim_facts: {
    claim_number: string;
    at: Date;
    facts: ColumnType<unknown, string, string>;
  };
  claims: {
    number: string;
    customer_id: string;
    state: string;
    version: Generated<number>;
    language: string;
    said: string;
    wishes: ColumnType<unknown, string, string>;
    transaction_hash: string | null;
    network: string | null;
    transfer_key: string | null;
    facts: ColumnType<unknown, string | null | undefined, string | null>;
    diagnosis: ColumnType<unknown, string | null | undefined, string | null>;
    answer: ColumnType<unknown, string | null | undefined, string | null>;
    correction: ColumnType<unknown, string | null | undefined, string | null>;
    consent: ColumnType<unknown, string | null | undefined, string | null>;
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
    fee: ColumnType<unknown, string | null | undefined, string | null>;
    promised_at: Date | null;
    created_at: Date;
    updated_at: Date;
    reason_code: string | null;
    found_asset: string | null;
    found_units: bigint | null;
    found_symbol: string | null;
    found_decimals: number | null;
    worth_yen: bigint | null;
    involved: Generated<string[]>;
    evidence: ColumnType<unknown, string | null | undefined, string | null>;
    hints: ColumnType<unknown, string | null | undefined, string | null>;
  };
  customers: {
    id: string;
    exchange_id: string;
    language: string;
    revision: Generated<bigint>;
    created_at: Date;
  };
  deposit_addresses: {
    network: string;
    address: string;
    issue: string;
    customer_id: string;
    assets: ColumnType<unknown, string | null | undefined, string | null>;
    control: ColumnType<unknown, string, string>;
    valid_from: Date;
    valid_to: Date | null;
    revision: bigint;
  };
  desk_presence: {
    case_number: string;
    staff_id: string;
    seen_at: Date;
    editing: string | null;
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
  handovers_used: {
    id: string;
    at: Date;
    expires_at: Date;
  };
  idempotent_answers: {
    principal: string;
    key: string;
    operation: string;
    body_hash: string;
    status: number | null;
    answer: ColumnType<unknown, string | null | undefined, string | null>;
    at: Date;
  };
  ledger_accounts: {
    id: Generated<bigint>;
    code: string;
    asset: string;
    normal_side: string;
    overdraft: string | null;
    may_overdraw: Generated<boolean>;
  };
  ledger_balances: {
    account_id: bigint;
    normal_side: string;
    may_overdraw: boolean;
    debits: bigint;
    credits: bigint;
  };
  ledger_entries: {
    id: string;
    number: Generated<bigint>;
    template: string;
    key: string;
    follows: string | null;
    case_number: string;
    at: Date;
    facts: ColumnType<unknown, string, string>;
    line_count: number;
    body_hash: string;
  };
  ledger_transfers: {
    entry_id: string;
    line: number;
    debit_account: bigint;
    credit_account: bigint;
    asset: string;
    amount: bigint;
  };
  listed_assets: {
    asset: string;
    network: string;
    symbol: string;
    decimals: number;
    minimum_units: bigint;
    withdrawal_fee_units: bigint;
    suspended: ColumnType<unknown, string, string>;
    former_contracts: ColumnType<unknown, string, string>;
    valid_from: Date;
    valid_to: Date | null;
  };
  messages: {
    id: string;
    sequence: Generated<bigint>;
    dedupe_key: string;
    case_number: string;
    customer_id: string;
    kind: string;
    facts: ColumnType<unknown, string, string>;
    turn: string;
    turn_until: Date | null;
    state: string;
    language: string | null;
    subject: string | null;
    body: string | null;
    attempts: Generated<number>;
    next_attempt_at: Date;
    failed_with: string | null;
    receipt: string | null;
    created_at: Date;
    sent_at: Date | null;
  };
  migrations: {
    number: number;
    name: string;
    checksum: string;
    at: Generated<Date>;
  };
  overturned_diagnoses: {
    claim_number: string;
    machine_code: string;
    person_code: string;
    by_staff: string;
    at: Date;
  };
  own_addresses: {
    network: string;
    address: string;
    issue: string;
    purpose: string;
    control: ColumnType<unknown, string, string>;
    valid_from: Date;
    valid_to: Date | null;
    revision: bigint;
  };
  passkey_challenges: {
    id: string;
    purpose: string;
    staff_id: string | null;
    challenge: string;
    expires_at: Date;
  };
  passkeys: {
    credential_id: string;
    staff_id: string;
    public_key: Buffer;
    counter: bigint;
    label: string;
    created_at: Date;
    last_used_at: Date | null;
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
    credit_asked_at: Date | null;
    credited_at: Date | null;
    version: Generated<number>;
    created_at: Date;
    updated_at: Date;
  };
  proven_wallets: {
    customer_id: string;
    address: string;
    network: string | null;
    kind: string;
    evidence: string;
    at: Date;
  };
  sessions: {
    token_hash: string;
    staff_id: string | null;
    customer_id: string | null;
    factor: string;
    started_at: Date;
    fresh_at: Date;
    last_seen_at: Date;
    ended_at: Date | null;
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
  sign_in_attempts: {
    login_hash: string;
    failed_in_a_row: number;
    next_at: Date;
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
  staff: {
    id: string;
    login: string;
    name: string;
    roles: string[];
    password_hash: string | null;
    one_time_secret_sealed: string | null;
    one_time_last_step: Generated<bigint>;
    suspension: ColumnType<unknown, string | null | undefined, string | null>;
    invited_by: string;
    created_at: Date;
  };
  staff_changes: {
    id: string;
    kind: string;
    staff_id: string | null;
    name: string | null;
    roles: string[] | null;
    roles_before: string[] | null;
    reason: string;
    proposed_by: string;
    proposed_at: Date;
    decision: string | null;
    decided_by: string | null;
    decided_at: Date | null;
    decision_reason: string | null;
  };
  staff_invitations: {
    token_hash: string;
    roles: string[];
    invited_by: string | null;
    expires_at: Date;
    used_at: Date | null;
    name: string | null;
    approved_by: string | null;
  };
  wallet_challenges: {
    id: string;
    customer_id: string;
    claim_number: string;
    address: string;
    message: string;
    set_units: bigint;
    expires_at: Date;
    used_at: Date | null;
  };
}
