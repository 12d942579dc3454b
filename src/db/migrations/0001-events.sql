-- The transactional outbox: an event commits with what it tells of; each subscriber takes it once.

create table events (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  body jsonb not null,
  at timestamptz not null
);

create table event_deliveries (
  event_id bigint not null references events (id),
  subscriber text not null,
  delivered_at timestamptz,
  attempts int not null default 0,
  failed_with text,
  next_attempt_at timestamptz not null,
  primary key (event_id, subscriber)
);

create index event_deliveries_waiting on event_deliveries (next_attempt_at) where delivered_at is null;
