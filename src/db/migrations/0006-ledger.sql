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
declare
  arrived record;
  moved record;
  expected int;
begin
  for arrived in
    select entry_id, count(*) as lines, max(line) as last from new_rows group by entry_id
  loop
    select line_count into strict expected from ledger_entries e where e.id = arrived.entry_id;
    if arrived.lines <> expected or arrived.last <> expected then
      raise exception 'the lines of an entry are booked all at once, and none is added later'
        using errcode = 'restrict_violation';
    end if;
  end loop;
  for moved in
    select account_id, sum(debit) as debits, sum(credit) as credits
    from (
      select debit_account as account_id, amount as debit, 0 as credit from new_rows
      union all
      select credit_account, 0, amount from new_rows
    ) sides
    group by account_id
    order by account_id
  loop
    update ledger_balances b
      set debits = b.debits + moved.debits, credits = b.credits + moved.credits
      where b.account_id = moved.account_id;
  end loop;
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

-- The id of an account, which is opened when it is not open yet.
create function ledger_account(
  wanted_code text, wanted_asset text, side text, overdraft_name text
) returns bigint language plpgsql as $$
declare
  found_id bigint;
begin
  select a.id into found_id from ledger_accounts a
    where a.code = wanted_code and a.asset = wanted_asset;
  if not found then
    insert into ledger_accounts (code, asset, normal_side, overdraft)
      values (wanted_code, wanted_asset, side, overdraft_name)
      on conflict (code, asset) do nothing;
    select a.id into strict found_id from ledger_accounts a
      where a.code = wanted_code and a.asset = wanted_asset;
  end if;
  return found_id;
end $$;

-- Posts one entry in one round trip, opening the accounts that are not open yet. Account i is codes[i]
-- of assets[i]; line j moves amounts[j] from account credits[j] to account debits[j]. `outcome` is what
-- src/ledger/post.ts makes of it; when it is not `posted`, no entry was written. Accounts are opened in
-- the order given, balances locked in the order of account ids: posts never wait in a circle.
-- Row by row on purpose: a statement over `any (ids)` that is first planned on empty tables reads them
-- from end to end for as long as its connection lives.
create function ledger_post(
  new_id uuid, new_template text, new_key text, new_follows text, new_case_number text,
  new_at timestamptz, new_facts jsonb, new_body_hash text,
  codes text[], account_assets text[], sides text[], overdrafts text[],
  debits int[], credits int[], amounts numeric[],
  out outcome text, out entry_id uuid, out account text
) language plpgsql as $$
declare
  ids bigint[];
  place int;
  balance ledger_balances%rowtype;
  remains numeric;
  short text;
  too_early boolean := new_follows is not null
    and not exists (select from ledger_entries e where e.key = new_follows);
begin
  for i in 1 .. cardinality(codes) loop
    ids[i] := ledger_account(codes[i], account_assets[i], sides[i], overdrafts[i]);
  end loop;

  for place in select p from generate_subscripts(ids, 1) p order by ids[p] loop
    select * into strict balance from ledger_balances b
      where b.account_id = ids[place] for no key update;
    for line in 1 .. cardinality(amounts) loop
      if debits[line] = place then
        balance.debits := balance.debits + amounts[line];
      elsif credits[line] = place then
        balance.credits := balance.credits + amounts[line];
      end if;
    end loop;
    remains := case balance.normal_side when 'debit' then balance.debits - balance.credits
      else balance.credits - balance.debits end;
    if remains < 0 and not balance.may_overdraw then
      short := coalesce(short, codes[place]);
    end if;
  end loop;

  if short is null and not too_early then
    insert into ledger_entries
        (id, template, key, follows, case_number, at, facts, line_count, body_hash)
      values (new_id, new_template, new_key, new_follows, new_case_number, new_at, new_facts,
        cardinality(amounts), new_body_hash)
      on conflict (key) do nothing;
    if found then
      insert into ledger_transfers (entry_id, line, debit_account, credit_account, asset, amount)
        select new_id, line, ids[debits[line]], ids[credits[line]],
          account_assets[debits[line]], amounts[line]
        from generate_subscripts(amounts, 1) line;
      outcome := 'posted';
      entry_id := new_id;
      return;
    end if;
  end if;

  -- It was not posted now. What was booked before is answered so, whatever has happened since.
  select e.id, case e.body_hash when new_body_hash then 'already_posted'
      else 'key_reused_with_another_body' end
    into entry_id, outcome from ledger_entries e where e.key = new_key;
  if not found then
    outcome := case when too_early then 'earlier_entry_missing' else 'would_overdraw' end;
    account := short;
  end if;
end $$;
