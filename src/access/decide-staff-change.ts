import { type Context, record } from '../audit/index.ts';
import { inTransaction, type Tx } from '../db/index.ts';
import { done, invariant, type Outcome, refuse } from '../std/index.ts';
import { administrators } from './administrators.ts';
import { type Invitation, writeInvitation } from './invite.ts';
import { permit } from './permit.ts';
import { memberOf, wouldChange } from './propose-staff-change.ts';
import { requireFresh } from './require-fresh.ts';
import type { Session } from './session.ts';
import { type StaffChange, staffChangeOf } from './staff-change.ts';
import { closeAccount, reopenAccount } from './suspend-staff.ts';
import { whyNotDecide } from './why-not-decide.ts';

/** Why a change was not decided. */
export type StaffDecisionRefusal =
  | 'not_permitted'
  | 'factor_not_fresh'
  | 'reason_missing'
  | 'staff_change_unknown'
  | 'staff_change_decided'
  | 'staff_change_stale'
  | 'proposer_decides'
  | 'own_account';

/** A change that was decided, with the token of an invitation: shown to whoever decided, this once. */
export interface DecidedStaffChange {
  readonly change: StaffChange;
  readonly invitation: Invitation | null;
}

type DecisionContext = Pick<Context, 'database' | 'clock' | 'actor'> & {
  readonly session: Session;
};

const reasonCharactersMax = 2_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The second administrator's yes or no to a change of staff. With a yes it is done, in the same
 * transaction. Never by whoever proposed it, nor by whose account it is; and only while its proposer
 * may still propose, and the account still is as it was.
 */
export async function decideStaffChange(
  context: DecisionContext,
  input: {
    readonly id: string;
    readonly decision: 'approve' | 'reject';
    readonly reason?: string | undefined;
  },
): Promise<Outcome<DecidedStaffChange, StaffDecisionRefusal>> {
  const permitted = permit(context.actor, 'staff.decide');
  if (!permitted.ok) return permitted;
  const fresh = requireFresh(context.session, context.clock);
  if (!fresh.ok) return fresh;
  const reason = input.reason?.trim().slice(0, reasonCharactersMax) || null;
  if (input.decision === 'reject' && reason === null) return refuse('reason_missing');
  return inTransaction(context.database, async (tx) => {
    const open = await openChange(tx, input.id);
    if (!open.ok) return open;
    const change = open.value;
    const { id: by } = context.actor;
    const whyNot = whyNotDecide(context.actor, change);
    if (whyNot !== null) return refuse(whyNot);
    const carried = await carryOut(tx, context, change, input.decision);
    if (!carried.ok) return carried;
    const at = context.clock.now();
    const decided = { decision: input.decision, decided_by: by, decided_at: at };
    await tx
      .updateTable('staff_changes')
      .set({ ...decided, decision_reason: reason })
      .where('id', '=', change.id)
      .execute();
    await record(tx, context, {
      action: 'staff.decide',
      subject: change.id,
      details: { decision: input.decision, kind: change.kind },
    });
    const decision = { verdict: input.decision, by, at, reason };
    return done({ change: { ...change, decision }, invitation: carried.value });
  });
}

async function openChange(
  tx: Tx,
  id: string,
): Promise<Outcome<StaffChange, 'staff_change_unknown' | 'staff_change_decided'>> {
  const row = uuid.test(id)
    ? await tx
        .selectFrom('staff_changes')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) return refuse('staff_change_unknown');
  return row.decision === null ? done(staffChangeOf(row)) : refuse('staff_change_decided');
}

/** Does what was agreed on; nothing for a no. The answer is the invitation, where it is one. */
async function carryOut(
  tx: Tx,
  context: DecisionContext,
  change: StaffChange,
  decision: 'approve' | 'reject',
): Promise<Outcome<Invitation | null, 'staff_change_stale'>> {
  if (decision === 'reject') return done(null);
  const { kind, proposedBy, reason } = change;
  if (!(await administrators(tx)).includes(proposedBy)) return refuse('staff_change_stale');
  if (kind === 'invite') {
    const approvedBy = context.actor.id;
    const invited = { roles: change.roles ?? [], name: change.name, invitedBy: proposedBy };
    return done(await writeInvitation(tx, context, { ...invited, approvedBy }));
  }
  const member = await memberOf(tx, change.staff ?? '');
  invariant(member, 'an account is never deleted');
  const { rolesBefore, roles } = change;
  const isAsSeen = String(member.roles) === String(rolesBefore);
  if (!isAsSeen || !wouldChange(kind, member, roles ?? [])) return refuse('staff_change_stale');
  if (kind === 'suspend') await closeAccount(tx, context, { staff: member.id, reason });
  else if (kind === 'restore') await reopenAccount(tx, context, { staff: member.id });
  else await giveRoles(tx, context, member.id, roles ?? []);
  return done(null);
}

async function giveRoles(
  tx: Tx,
  context: DecisionContext,
  staff: string,
  roles: readonly string[],
): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ roles: [...roles] })
    .where('id', '=', staff)
    .execute();
  await record(tx, context, { action: 'staff.roles', subject: staff, details: { roles } });
}
