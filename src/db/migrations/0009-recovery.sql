-- A claim for an asset that did not arrive, from the first word to the close.

create table claims (
  number text primary key,
  customer_id text not null,
  state text not null,
  version int not null default 1,
  language text not null,
  said text not null,
  wishes jsonb not null,
  transaction_hash text,
  network text,
  transfer_key text,
  facts jsonb,
  diagnosis jsonb,
  answer jsonb,
  correction jsonb,
  consent jsonb,
  cluster text,
  quote jsonb,
  choice jsonb,
  destination jsonb,
  plan jsonb,
  plan_digest text,
  payment_id uuid,
  hold jsonb,
  closure jsonb,
  appeal jsonb,
  fee jsonb,
  promised_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index claims_customer on claims (customer_id, created_at desc);
create index claims_state on claims (state, updated_at);
create index claims_transfer on claims (transfer_key) where transfer_key is not null;
create index claims_cluster on claims (cluster, state) where cluster is not null;
create index claims_plan on claims (plan_digest) where plan_digest is not null;

-- The same claim twice joins the first; no customer has two of one transfer.
create unique index claims_once on claims (customer_id, transfer_key)
  where transfer_key is not null and state <> 'withdrawn';
create unique index claims_transaction_once on claims (customer_id, transaction_hash)
  where transaction_hash is not null and transfer_key is null and state <> 'withdrawn';

-- What was seen of a transaction the first time: how a reorganisation is noticed.
create table sightings (
  network text not null,
  transaction_hash text not null,
  block_hash text not null,
  block_number bigint not null,
  sender text not null,
  nonce bigint not null,
  at timestamptz not null,
  primary key (network, transaction_hash)
);

-- What a customer was asked to sign, or to send, to show that a wallet is theirs.
create table wallet_challenges (
  id uuid primary key,
  customer_id text not null,
  claim_number text not null references claims (number),
  address text not null,
  message text not null,
  set_units numeric(78, 0) not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Wallets that customers have shown to be theirs: nothing is asked twice. A key is the same on every
-- network (network null); a contract at the same address elsewhere may be somebody else's.
create table proven_wallets (
  customer_id text not null,
  address text not null,
  network text,
  kind text not null,
  evidence text not null,
  at timestamptz not null,
  unique nulls not distinct (customer_id, address, network)
);

-- How often a person found the machine's diagnosis wrong.
create table overturned_diagnoses (
  claim_number text not null references claims (number),
  machine_code text not null,
  person_code text not null,
  by_staff text not null,
  at timestamptz not null
);
