-- Who did or saw what. Entries commit with what they tell of; a sequencer chains them right behind.

create table audit_entries (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'system')),
  actor_id text not null,
  action text not null,
  subject text not null,
  details jsonb not null
);

create table audit_chain (
  sequence bigint primary key,
  entry_id uuid not null unique,
  hash text not null
);

create index audit_entries_subject on audit_entries (subject, at);
