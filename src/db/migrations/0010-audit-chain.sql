-- The chain behind the audit entries. Entries commit with what they tell of and wait here for the
-- sequencer: a queue, because entries commit in another order than they were written in.

create table audit_waiting (
  position bigint primary key generated always as identity,
  entry_id uuid not null
);

create function audit_entry_waits() returns trigger language plpgsql as $$
begin
  insert into audit_waiting (entry_id) select id from new_rows;
  return null;
end $$;

create trigger audit_entry_waits after insert on audit_entries
  referencing new table as new_rows
  for each statement execute function audit_entry_waits();

insert into audit_waiting (entry_id) select id from audit_entries;

-- Each link names the one before it: a link can be checked even where its neighbour is gone.
alter table audit_chain add column previous_hash text not null;

-- What the signer put its name to. It keeps the same in a file of its own, outside this database.
create table audit_heads (
  sequence bigint primary key,
  hash text not null,
  public_key text not null,
  signature text not null,
  at timestamptz not null
);

create trigger audit_entries_stay before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
create trigger audit_chain_stay before update or delete or truncate on audit_chain
  for each statement execute function refuse_change();
create trigger audit_heads_stay before update or delete or truncate on audit_heads
  for each statement execute function refuse_change();
