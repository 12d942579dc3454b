-- What the desk's screens ask for, in columns of their own: a list of thousands of cases reads no plan
-- and no diagnosis.

-- What decided and what was found, as of the claim's last change (src/recovery/summary-of.ts).
alter table claims add column reason_code text;
alter table claims add column found_asset text;
alter table claims add column found_units numeric(78, 0);
alter table claims add column found_symbol text;
alter table claims add column found_decimals int;
-- What it was worth in yen when it was quoted; null where nobody has a price.
alter table claims add column worth_yen numeric(78, 0);
-- Who of the house has had a hand in what is to be decided next, and so may not decide it.
alter table claims add column involved text[] not null default '{}';

-- Enough of each case to put the list in order and to count it, without its wide row.
create index claims_due on claims (state, promised_at, created_at, number)
  include (updated_at, involved, plan_digest);
create index claims_hash on claims (transaction_hash) where transaction_hash is not null;
create index claims_masked_customer on claims (upper(right(customer_id, 6)));

-- Everything that the last answer stands on, so that each of its reasons can be told in words.
create table claim_facts (
  claim_number text primary key references claims (number),
  at timestamptz not null,
  facts jsonb not null
);

-- Put aside until an hour, with what is waited for. It comes back by itself.
alter table cases add column snoozed_until timestamptz;
alter table cases add column waits_for text;
alter table cases add check ((snoozed_until is null) = (waits_for is null));

-- Who has a case open at this moment. Worth nothing after half a minute.
create unlogged table desk_presence (
  case_number text not null,
  staff_id uuid not null references staff (id),
  seen_at timestamptz not null,
  editing text,
  primary key (case_number, staff_id)
);

-- Anything that is pasted into the search: hashes of our own transactions, addresses.
create index signed_transactions_hash on signed_transactions (hash);
create index payment_lines_final_hash on payment_lines (final_hash) where final_hash is not null;

-- The audit record, newest first, by who did it.
create index audit_entries_at on audit_entries (at desc, id desc);
create index audit_entries_actor on audit_entries (actor_id, at desc);
