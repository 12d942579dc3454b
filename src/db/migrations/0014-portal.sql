-- What customers' pages need beside the claim itself.

-- The transaction as it was last read: block, confirmations, how many nodes said the same.
alter table claims add column evidence jsonb;

-- What the customer remembers where there is no transaction id: day, asset, amount, where from.
alter table claims add column hints jsonb;

-- A report that is being written. One a customer; secrets are taken out before it comes here.
create table claim_drafts (
  customer_id text primary key,
  clue text not null,
  hints jsonb not null,
  language text not null,
  saved_at timestamptz not null
);
