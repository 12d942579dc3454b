-- The one path of every payment. A transfer pays at most once, across return, credit and compensation.

create table payments (
  id uuid primary key,
  kind text not null check (kind in ('return', 'credit', 'compensate')),
  transfer_key text not null,
  case_number text not null,
  plan jsonb not null,
  plan_digest text not null unique,
  approvals jsonb not null,
  state text not null check (state in ('sending', 'stopped', 'settled', 'cancelled')),
  stopped jsonb,
  credit_asked_at timestamptz,
  credited_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create unique index payments_transfer_once on payments (transfer_key) where state <> 'cancelled';
create index payments_unfinished on payments (updated_at) where state = 'sending';

create table payment_lines (
  payment_id uuid not null references payments (id),
  line int not null,
  network text not null,
  purpose text not null check (purpose in ('gas', 'return', 'sweep')),
  sender text not null,
  nonce bigint,
  state text not null check (state in ('waiting', 'reserved', 'signed', 'sent', 'final', 'failed')),
  -- The transaction that is final: it moved what it should, or failed for good.
  final_hash text,
  fee_wei numeric(78, 0),
  updated_at timestamptz not null,
  primary key (payment_id, line),
  check ((final_hash is not null) = (state in ('final', 'failed'))),
  check (nonce is not null or state = 'waiting')
);

-- A nonce belongs to one line; only one of which nothing was signed gives it back.
create unique index payment_lines_nonce_once on payment_lines (network, sender, nonce) where nonce is not null;

-- Signed bytes are here, committed, before the first broadcast.
create table signed_transactions (
  network text not null,
  hash text not null,
  payment_id uuid not null,
  line int not null,
  attempt int not null,
  nonce bigint not null,
  raw text not null,
  fees jsonb not null,
  signed_at timestamptz not null,
  sent_at timestamptz,
  primary key (network, hash),
  unique (payment_id, line, attempt),
  foreign key (payment_id, line) references payment_lines (payment_id, line)
);

create function payments_keep_faith() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'payments are never deleted';
  end if;
  if new.transfer_key <> old.transfer_key or new.plan <> old.plan or new.plan_digest <> old.plan_digest
    or new.kind <> old.kind or new.approvals <> old.approvals or new.case_number <> old.case_number
    or new.id <> old.id then
    raise exception 'what a payment pays never changes';
  end if;
  if old.state in ('settled', 'cancelled') and new.state <> old.state then
    raise exception 'a % payment stays %', old.state, old.state;
  end if;
  if new.state = 'cancelled' and old.state <> 'cancelled' and (
    new.credited_at is not null or exists (
      select from signed_transactions s
      join payment_lines l on l.payment_id = s.payment_id and l.line = s.line
      where s.payment_id = new.id and l.purpose = 'return' and l.state <> 'failed')) then
    raise exception 'a payment whose return was signed or credited can not be cancelled';
  end if;
  return new;
end $$;

create trigger payments_keep_faith before update or delete on payments
  for each row execute function payments_keep_faith();
create trigger payments_stay before truncate on payments
  for each statement execute function refuse_change();

create function payment_lines_keep_faith() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'lines of payments are never deleted';
  end if;
  if new.payment_id <> old.payment_id or new.line <> old.line or new.network <> old.network
    or new.sender <> old.sender or new.purpose <> old.purpose then
    raise exception 'what a line pays never changes';
  end if;
  if new.nonce is distinct from old.nonce and exists (
    select from signed_transactions s where s.payment_id = new.payment_id and s.line = new.line) then
    raise exception 'a line that was signed keeps its nonce';
  end if;
  if old.state in ('final', 'failed') and new.state <> old.state then
    raise exception 'a % line stays %', old.state, old.state;
  end if;
  return new;
end $$;

create trigger payment_lines_keep_faith before update or delete on payment_lines
  for each row execute function payment_lines_keep_faith();
create trigger payment_lines_stay before truncate on payment_lines
  for each statement execute function refuse_change();

create function signed_transactions_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'signed bytes are never deleted';
  end if;
  if new.raw <> old.raw or new.hash <> old.hash or new.nonce <> old.nonce
    or new.network <> old.network or new.payment_id <> old.payment_id or new.line <> old.line
    or new.attempt <> old.attempt or new.fees <> old.fees then
    raise exception 'signed bytes never change';
  end if;
  return new;
end $$;

create trigger signed_transactions_stay before update or delete on signed_transactions
  for each row execute function signed_transactions_stay();
create trigger signed_transactions_kept before truncate on signed_transactions
  for each statement execute function refuse_change();
