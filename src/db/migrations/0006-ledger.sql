-- Double entry. A transfer row carries debit, credit and amount together, so that every entry balances
-- by construction. Nothing here is ever changed: a correction is a new entry.

-- One account holds one asset. `overdraft` names why an account may go below zero; null: it may not.
create table ledger_accounts (
  id bigint generated always as identity primary key,
  code text not null check (length(code) between 1 and 200),
  asset text not null,
  normal_side text not null check (normal_side in ('debit', 'credit')),
  overdraft text,
  may_overdraw boolean not null generated always as (overdraft is not null) stored,
  unique (code, asset),
  unique (id, asset),
  unique (id, normal_side, may_overdraw)
);

create table ledger_entries (
  id uuid primary key,
  number bigint not null unique generated always as identity,
  template text not null,
  key text not null unique check (length(key) between 1 and 400),
  -- The key of the entry that must stand before this one (a reversal follows what it reverses).
  follows text references ledger_entries (key),
  case_number text not null,
  at timestamptz not null,
  facts jsonb not null,
  line_count int not null check (line_count between 1 and 100),
  body_hash text not null
);

create index ledger_entries_case on ledger_entries (case_number, number);

create table ledger_transfers (
  entry_id uuid not null references ledger_entries (id),
  line int not null check (line >= 1),
  debit_account bigint not null,
  credit_account bigint not null,
  asset text not null,
  amount numeric(78, 0) not null check (
    amount > 0
    and amount <= 115792089237316195423570985008687907853269984665640564039457584007913129639935
  ),
  primary key (entry_id, line),
  check (debit_account <> credit_account),
  -- Both accounts are of the transfer's own asset.
  foreign key (debit_account, asset) references ledger_accounts (id, asset),
  foreign key (credit_account, asset) references ledger_accounts (id, asset)
);

create index ledger_transfers_debit on ledger_transfers (debit_account);
create index ledger_transfers_credit on ledger_transfers (credit_account);

-- Running totals. Twenty digits more than one amount: a token may be worthless and its amounts huge.
create table ledger_balances (
  account_id bigint primary key,
  normal_side text not null,
  may_overdraw boolean not null,
  debits numeric(98, 0) not null,
  credits numeric(98, 0) not null,
  foreign key (account_id, normal_side, may_overdraw)
    references ledger_accounts (id, normal_side, may_overdraw),
  constraint ledger_balances_not_overdrawn check (
    may_overdraw or case normal_side when 'debit' then debits >= credits else credits >= debits end
  )
) with (fillfactor = 50);

create function ledger_account_opened() returns trigger language plpgsql as $$
begin
  insert into ledger_balances (account_id, normal_side, may_overdraw, debits, credits)
    values (new.id, new.normal_side, new.may_overdraw, 0, 0);
  return null;
end $$;

create trigger ledger_account_opened after insert on ledger_accounts
  for each row execute function ledger_account_opened();

-- The only thing that moves a running total is a transfer row, whoever inserted it.
create function ledger_transfers_total() returns trigger language plpgsql as $$
begin
  if exists (
    select from (
      select entry_id, count(*) as lines, max(line) as last from new_rows group by entry_id
    ) arrived
    join ledger_entries e on e.id = arrived.entry_id
    where arrived.lines <> e.line_count or arrived.last <> e.line_count
  ) then
    raise exception 'the lines of an entry are booked all at once, and none is added later'
      using errcode = 'restrict_violation';
  end if;
  update ledger_balances b
    set debits = b.debits + moved.debits, credits = b.credits + moved.credits
    from (
      select account_id, sum(debit) as debits, sum(credit) as credits
      from (
        select debit_account as account_id, amount as debit, 0 as credit from new_rows
        union all
        select credit_account, 0, amount from new_rows
      ) sides
      group by account_id
    ) moved
    where b.account_id = moved.account_id;
  return null;
end $$;

create trigger ledger_transfers_total after insert on ledger_transfers
  referencing new table as new_rows
  for each statement execute function ledger_transfers_total();

create function ledger_balances_by_transfer_only() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') or pg_trigger_depth() < 2 then
    raise exception 'ledger_balances moves only with transfers: % refused', lower(tg_op)
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger ledger_balances_by_transfer_only
  before insert or update or delete or truncate on ledger_balances
  for each statement execute function ledger_balances_by_transfer_only();

create trigger ledger_accounts_stay before update or delete or truncate on ledger_accounts
  for each statement execute function refuse_change();
create trigger ledger_entries_stay before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();
create trigger ledger_transfers_stay before update or delete or truncate on ledger_transfers
  for each statement execute function refuse_change();

-- Posts one entry in one round trip. Line i moves amounts[i] of assets[i] from credits[i] to debits[i]
-- (account codes). `outcome` is what src/ledger/post.ts makes of it; when it is not `posted`, nothing
-- was written. Balances are locked in the order of account ids, so that posts never wait in a circle.
create function ledger_post(
  new_id uuid, new_template text, new_key text, new_follows text, new_case_number text,
  new_at timestamptz, new_facts jsonb, new_body_hash text,
  debits text[], credits text[], assets text[], amounts numeric[],
  out outcome text, out entry_id uuid, out account text
) language plpgsql as $$
declare
  debit_ids bigint[];
  credit_ids bigint[];
  earlier ledger_entries%rowtype;
begin
  select array_agg(d.id order by wanted.line), array_agg(c.id order by wanted.line)
    into debit_ids, credit_ids
    from unnest(debits, credits, assets) with ordinality as wanted (debit, credit, asset, line)
    left join ledger_accounts d on d.code = wanted.debit and d.asset = wanted.asset
    left join ledger_accounts c on c.code = wanted.credit and c.asset = wanted.asset;

  perform from ledger_balances b where b.account_id = any (debit_ids || credit_ids)
    order by b.account_id for no key update;

  select * into earlier from ledger_entries e where e.key = new_key;
  if found then
    outcome := case earlier.body_hash when new_body_hash then 'already_posted'
      else 'key_reused_with_another_body' end;
    entry_id := earlier.id;
    return;
  end if;

  if new_follows is not null
    and not exists (select from ledger_entries e where e.key = new_follows) then
    outcome := 'earlier_entry_missing';
    return;
  end if;

  if array_position(debit_ids || credit_ids, null) is not null then
    outcome := 'accounts_missing';
    return;
  end if;

  select a.code into account
    from (
      select side.account_id, sum(side.debit) as debit, sum(side.credit) as credit
      from (
        select * from unnest(debit_ids, amounts, array_fill(0::numeric, array[cardinality(amounts)]))
        union all
        select * from unnest(credit_ids, array_fill(0::numeric, array[cardinality(amounts)]), amounts)
      ) side (account_id, debit, credit)
      group by side.account_id
    ) moved
    join ledger_balances b on b.account_id = moved.account_id and not b.may_overdraw
    join ledger_accounts a on a.id = moved.account_id
    where case b.normal_side
      when 'debit' then b.debits + moved.debit < b.credits + moved.credit
      else b.credits + moved.credit < b.debits + moved.debit end
    order by a.id limit 1;
  if found then
    outcome := 'would_overdraw';
    return;
  end if;

  insert into ledger_entries
      (id, template, key, follows, case_number, at, facts, line_count, body_hash)
    values (new_id, new_template, new_key, new_follows, new_case_number, new_at, new_facts,
      cardinality(amounts), new_body_hash)
    on conflict (key) do nothing;
  if not found then
    select * into strict earlier from ledger_entries e where e.key = new_key;
    outcome := case earlier.body_hash when new_body_hash then 'already_posted'
      else 'key_reused_with_another_body' end;
    entry_id := earlier.id;
    return;
  end if;

  insert into ledger_transfers (entry_id, line, debit_account, credit_account, asset, amount)
    select new_id, wanted.line, wanted.debit, wanted.credit, wanted.asset, wanted.amount
    from unnest(debit_ids, credit_ids, assets, amounts)
      with ordinality as wanted (debit, credit, asset, amount, line);
  outcome := 'posted';
  entry_id := new_id;
end $$;
