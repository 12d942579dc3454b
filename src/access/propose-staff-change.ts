import { type Context, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, newId, type Outcome, refuse } from '../std/index.ts';
import { administrators } from './administrators.ts';
import { permit } from './permit.ts';
import { isStaffRole, type StaffRole } from './roles.ts';
import { type StaffChange, type StaffChangeKind, staffChangeOf } from './staff-change.ts';

/** What is proposed: `name` and `roles` for an invitation, `staff` for everything else. */
export interface ProposedStaffChange {
  readonly kind: StaffChangeKind;
  readonly staff?: string | undefined;
  readonly name?: string | undefined;
  readonly roles?: readonly StaffRole[] | undefined;
  readonly reason: string;
}

/** Why a change was not put to the other administrators. */
export type StaffProposalRefusal =
  | 'not_permitted'
  | 'reason_missing'
  | 'role_missing'
  | 'name_missing'
  | 'staff_unknown'
  | 'own_account'
  | 'nothing_to_change'
  | 'change_waits_already'
  | 'second_administrator_missing';

const reasonCharactersMax = 2_000;
const nameCharactersMax = 200;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Row = Parameters<typeof staffChangeOf>[0];

/** Proposes a change of staff. Nothing changes until another administrator decides. */
export async function proposeStaffChange(
  context: Pick<Context, 'database' | 'clock' | 'actor'>,
  input: ProposedStaffChange,
): Promise<Outcome<StaffChange, StaffProposalRefusal>> {
  const permitted = permit(context.actor, 'staff.propose');
  if (!permitted.ok) return permitted;
  return inTransaction(context.database, async (tx) => {
    const checked = await checkedChange(tx, context.actor.id, input);
    if (!checked.ok) return checked;
    const row: Row = {
      ...checked.value,
      id: newId(),
      proposed_by: context.actor.id,
      proposed_at: context.clock.now(),
      ...{ decision: null, decided_by: null, decided_at: null, decision_reason: null },
    };
    const inserted = await tx
      .insertInto('staff_changes')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('staff_id').where('decision', 'is', null).doNothing(),
      )
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return refuse('change_waits_already');
    const { kind, roles, staff_id } = row;
    await record(tx, context, {
      action: 'staff.propose',
      subject: row.id,
      details: { kind, ...(roles ? { roles } : {}), ...(staff_id ? { staff: staff_id } : {}) },
    });
    return done(staffChangeOf(row));
  });
}

type Checked = Pick<Row, 'kind' | 'staff_id' | 'name' | 'roles' | 'roles_before' | 'reason'>;

async function checkedChange(
  tx: Tx,
  proposer: string,
  input: ProposedStaffChange,
): Promise<Outcome<Checked, StaffProposalRefusal>> {
  const { kind, staff } = input;
  const reason = input.reason.trim().slice(0, reasonCharactersMax);
  if (reason === '') return refuse('reason_missing');
  const roles = [...new Set(input.roles ?? [])].filter(isStaffRole);
  const givesRoles = kind === 'invite' || kind === 'roles';
  if (givesRoles && roles.length === 0) return refuse('role_missing');
  if (kind !== 'invite' && staff === proposer) return refuse('own_account');
  const others = (await administrators(tx)).filter((id) => id !== proposer && id !== staff);
  if (kind === 'invite') {
    const name = input.name?.trim().slice(0, nameCharactersMax) ?? '';
    if (name === '') return refuse('name_missing');
    if (others.length === 0) return refuse('second_administrator_missing');
    return done({ kind, staff_id: null, name, roles, roles_before: null, reason });
  }
  const member = await memberOf(tx, staff ?? '');
  if (!member) return refuse('staff_unknown');
  if (!wouldChange(kind, member, roles)) return refuse('nothing_to_change');
  if (others.length === 0) return refuse('second_administrator_missing');
  return done({
    ...{ kind, staff_id: member.id, name: null, reason },
    roles: givesRoles ? roles : null,
    roles_before: member.roles,
  });
}

/** An account as a change of it finds it. */
export interface ChangedMember {
  readonly id: string;
  readonly roles: string[];
  readonly suspension: unknown;
}

/** The account, locked until the transaction ends; null for what is no account. */
export async function memberOf(tx: Tx, id: string): Promise<ChangedMember | null> {
  if (!uuid.test(id)) return null;
  const member = await tx
    .selectFrom('staff')
    .select(['id', 'roles', 'suspension'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return member ?? null;
}

/** Whether the account is not already as the change would make it. */
export function wouldChange(
  kind: StaffChangeKind,
  member: ChangedMember,
  roles: readonly string[],
): boolean {
  if (kind === 'suspend') return !member.suspension;
  if (kind === 'restore') return Boolean(member.suspension);
  const before = [...member.roles].sort().join();
  return !member.suspension && before !== [...roles].sort().join();
}
