-- Customers and the addresses they were given. No personal data: that stays with the exchange.

create table customers (
  id text primary key,
  exchange_id text not null unique,
  language text not null,
  -- The exchange's revision of its record; 0 while it is known only by an address or a hand-over.
  revision bigint not null default 0,
  created_at timestamptz not null
);

-- One row an issue of an address to a customer on one network.
create table deposit_addresses (
  network text not null,
  address text not null check (address ~ '^0x[0-9a-f]{40}$'),
  issue text not null,
  customer_id text not null,
  assets jsonb,
  control jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  revision bigint not null,
  primary key (network, issue)
);

create index deposit_addresses_address on deposit_addresses (address);
create index deposit_addresses_customer on deposit_addresses (customer_id);

create table own_addresses (
  network text not null,
  address text not null check (address ~ '^0x[0-9a-f]{40}$'),
  issue text not null,
  purpose text not null check (purpose in ('hot', 'cold', 'treasury', 'gas')),
  control jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  revision bigint not null,
  primary key (network, issue)
);

create index own_addresses_address on own_addresses (address);

-- Coins arrive at retired addresses too, for ever: a row ends, it never goes, and what it says of
-- whose the address was can not be rewritten.
create function addresses_stay() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'an address is never forgotten: end its validity instead';
  end if;
  if new.network <> old.network or new.address <> old.address or new.issue <> old.issue
    or to_jsonb(new) -> 'customer_id' is distinct from to_jsonb(old) -> 'customer_id' then
    raise exception 'whose address it was does not change: a new owner is a new issue';
  end if;
  return new;
end $$;

create trigger deposit_addresses_stay before update or delete on deposit_addresses
  for each row execute function addresses_stay();
create trigger deposit_addresses_not_emptied before truncate on deposit_addresses
  for each statement execute function addresses_stay();
create trigger own_addresses_stay before update or delete on own_addresses
  for each row execute function addresses_stay();
create trigger own_addresses_not_emptied before truncate on own_addresses
  for each statement execute function addresses_stay();

-- The exchange's terms for an asset, version after version. A deposit is judged by the version of
-- its own time.
create table listed_assets (
  asset text not null,
  network text not null,
  symbol text not null,
  decimals int not null check (decimals between 0 and 255),
  minimum_units numeric(78, 0) not null check (minimum_units >= 0),
  withdrawal_fee_units numeric(78, 0) not null check (withdrawal_fee_units >= 0),
  suspended jsonb not null,
  former_contracts jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  primary key (asset, valid_from)
);

create unique index listed_assets_one_current on listed_assets (asset) where valid_to is null;

-- How far the exchange's records have been read. One row.
create table account_import (
  id int primary key check (id = 1),
  phase text not null check (phase in ('bulk', 'changes')),
  -- Null: the bulk import starts from its first page.
  cursor text,
  -- Where to follow from once the bulk import is through.
  changes_since text,
  version int not null default 1,
  records bigint not null default 0,
  updated_at timestamptz not null
);

-- A hand-over from the exchange's log-in works once.
create table handovers_used (
  id text primary key,
  at timestamptz not null,
  expires_at timestamptz not null
);

create index handovers_used_expires on handovers_used (expires_at);
