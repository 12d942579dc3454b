-- Staff who come in by passkey alone, and changes of staff that two administrators agree on.

-- Whoever joined by passkey has neither; a password without codes, or the reverse, there is not.
alter table staff alter column password_hash drop not null;
alter table staff alter column one_time_secret_sealed drop not null;
alter table staff add constraint staff_password_with_codes
  check ((password_hash is null) = (one_time_secret_sealed is null));

-- Who the invited person is said to be, and the second administrator, who let the invitation out.
alter table staff_invitations add column name text;
alter table staff_invitations add column approved_by uuid references staff (id);

create table staff_changes (
  id uuid primary key,
  kind text not null check (kind in ('invite', 'roles', 'suspend', 'restore')),
  -- Whose account it is; nobody's yet for an invitation.
  staff_id uuid references staff (id),
  name text,
  roles text[],
  roles_before text[],
  reason text not null check (length(reason) between 1 and 2000),
  proposed_by uuid not null references staff (id),
  proposed_at timestamptz not null,
  decision text check (decision in ('approve', 'reject')),
  decided_by uuid references staff (id),
  decided_at timestamptz,
  decision_reason text,
  check ((kind = 'invite') = (staff_id is null)),
  check ((kind = 'invite') = (name is not null)),
  check ((kind in ('invite', 'roles')) = (roles is not null)),
  check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
  -- Two people, and neither of them the one whose account it is.
  constraint staff_change_by_two check (decided_by <> proposed_by),
  constraint staff_change_of_another check (staff_id <> proposed_by and staff_id <> decided_by)
);

-- One open change an account: what was agreed on is what was seen.
create unique index staff_changes_open on staff_changes (staff_id) where decision is null;
create index staff_changes_at on staff_changes (proposed_at, id);
