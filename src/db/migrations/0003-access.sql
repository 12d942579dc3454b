-- Who may come in, who has come in, and what two people approved.

-- For tables that only grow: attached before update, delete and truncate.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

create table staff (
  id uuid primary key,
  login text not null unique check (login = lower(login) and length(login) between 3 and 200),
  name text not null,
  roles text[] not null,
  -- argon2id, in the PHC format that names its own parameters.
  password_hash text not null,
  -- Sealed with a key that is not in this database.
  one_time_secret_sealed text not null,
  -- The last time step whose code was used: a code opens once.
  one_time_last_step bigint not null default 0,
  suspension jsonb,
  invited_by text not null,
  created_at timestamptz not null
);

create table passkeys (
  credential_id text primary key,
  staff_id uuid not null references staff (id),
  public_key bytea not null,
  counter bigint not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);

create index passkeys_staff on passkeys (staff_id);

create table passkey_challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('register', 'show')),
  staff_id uuid references staff (id),
  challenge text not null,
  expires_at timestamptz not null
);

create index passkey_challenges_expired on passkey_challenges (expires_at);

-- The token itself is nowhere but with its holder.
create table sessions (
  token_hash text primary key,
  staff_id uuid references staff (id),
  customer_id text,
  factor text not null,
  started_at timestamptz not null,
  fresh_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(staff_id, customer_id) = 1)
);

create index sessions_staff on sessions (staff_id) where ended_at is null;

-- Counted by login, whether anybody has that login or not.
create table sign_in_attempts (
  login_hash text primary key,
  failed_in_a_row int not null,
  next_at timestamptz not null
);

create table staff_invitations (
  token_hash text primary key,
  roles text[] not null,
  -- Null: the first administrator's, made by the program itself.
  invited_by uuid references staff (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- One row a person and plan. What was approved is the digest, and nothing else.
create table approvals (
  plan_digest text not null,
  approver uuid not null references staff (id),
  subject text not null,
  requested_by text not null,
  decision text not null check (decision in ('approved', 'rejected')),
  key_kind text check (key_kind in ('ed25519', 'passkey')),
  device_key_id text,
  signature jsonb,
  reason text,
  at timestamptz not null,
  primary key (plan_digest, approver),
  -- One device is one pair of eyes, whatever accounts its owner has.
  unique (plan_digest, device_key_id),
  constraint approver_is_not_requester check (approver::text <> requested_by),
  check (case decision
    when 'approved' then key_kind is not null and device_key_id is not null
      and signature is not null and reason is null
    else key_kind is null and device_key_id is null and signature is null
      and length(reason) between 1 and 2000 end)
);

create index approvals_subject on approvals (subject, at);

create trigger approvals_stay before update or delete or truncate on approvals
  for each statement execute function refuse_change();
