-- Answers to requests that carried an Idempotency-Key, so that asking twice acts once.

create table idempotent_answers (
  principal text not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  status int,
  answer jsonb,
  at timestamptz not null,
  primary key (principal, key)
);
