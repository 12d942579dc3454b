-- Messages to people: stored with what they tell of, sent behind it, never twice.

create table messages (
  id uuid primary key,
  -- Messages of one case go out in the order in which they were told.
  sequence bigint generated always as identity,
  dedupe_key text not null unique,
  case_number text not null,
  customer_id text not null,
  kind text not null,
  facts jsonb not null,
  turn text not null check (turn in ('customer', 'desk', 'network', 'exchange', 'kaeru', 'nobody')),
  turn_until timestamptz check (turn_until is not null or turn = 'nobody'),
  state text not null check (state in ('waiting', 'sent', 'failed')),
  -- Written before the first attempt, so that every attempt says the same.
  language text,
  subject text,
  body text,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  failed_with text,
  receipt text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check ((subject is null) = (body is null)),
  check ((state = 'sent') = (sent_at is not null))
);

create index messages_due on messages (next_attempt_at) where state = 'waiting';
create index messages_case on messages (case_number, sequence);

create function messages_keep_their_word() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'messages are never deleted';
  end if;
  if old.body is not null and (new.body, new.subject, new.language)
    is distinct from (old.body, old.subject, old.language) then
    raise exception 'a message that may have been sent does not change';
  end if;
  if old.state = 'sent' and new.state <> 'sent' then
    raise exception 'a sent message stays sent';
  end if;
  return new;
end $$;

create trigger messages_keep_their_word before update or delete on messages
  for each row execute function messages_keep_their_word();

-- What every kind of case shares. The number is a name, not a key to anything.

create sequence case_numbers;

create table cases (
  number text primary key check (number ~ '^[A-Z]-\d{2}-\d{6,}$'),
  customer_id text not null,
  opened_at timestamptz not null,
  owner text,
  turn text check (turn in ('customer', 'desk', 'network', 'exchange', 'kaeru')),
  turn_until timestamptz,
  closure jsonb,
  version int not null default 1,
  -- An open case always waits for somebody, until some time; a closed one for nobody.
  check ((closure is null) = (turn is not null)),
  check ((turn is null) = (turn_until is null))
);

create index cases_customer on cases (customer_id, opened_at desc);
create index cases_overdue on cases (turn_until) where closure is null;
create index cases_owner on cases (owner, turn_until) where closure is null;

create table case_entries (
  case_number text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'system')),
  actor_id text not null,
  kind text not null,
  visible text not null check (visible in ('customer', 'desk')),
  facts jsonb not null,
  primary key (case_number, id)
);

create function case_entries_stay() returns trigger language plpgsql as $$
begin
  raise exception 'the story of a case is only added to';
end $$;

create trigger case_entries_stay before update or delete on case_entries
  for each row execute function case_entries_stay();
create trigger case_entries_not_emptied before truncate on case_entries
  for each statement execute function case_entries_stay();
