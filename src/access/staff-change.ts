import { isStaffRole, type StaffRole } from './roles.ts';

/** What two administrators agree on. Each is one change of one account. */
export const staffChangeKinds = ['invite', 'roles', 'suspend', 'restore'] as const;

/** One of `staffChangeKinds`. */
export type StaffChangeKind = (typeof staffChangeKinds)[number];

/** A change of staff that somebody proposed. It is done when another administrator says yes. */
export interface StaffChange {
  readonly id: string;
  readonly kind: StaffChangeKind;
  /** Whose account it is; null for an invitation. */
  readonly staff: string | null;
  /** Who is invited; null for every other kind. */
  readonly name: string | null;
  /** The roles afterwards, for `invite` and `roles`. */
  readonly roles: readonly StaffRole[] | null;
  /** The roles when it was proposed; null for an invitation. */
  readonly rolesBefore: readonly StaffRole[] | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** Null while it is open. */
  readonly decision: {
    readonly verdict: 'approve' | 'reject';
    readonly by: string;
    readonly at: Date;
    readonly reason: string | null;
  } | null;
}

/** A row of `staff_changes` as the rest of the folder reads it. */
export function staffChangeOf(row: {
  readonly id: string;
  readonly kind: string;
  readonly staff_id: string | null;
  readonly name: string | null;
  readonly roles: string[] | null;
  readonly roles_before: string[] | null;
  readonly reason: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decision: string | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
}): StaffChange {
  return {
    id: row.id,
    kind: row.kind as StaffChangeKind,
    staff: row.staff_id,
    name: row.name,
    roles: row.roles?.filter(isStaffRole) ?? null,
    rolesBefore: row.roles_before?.filter(isStaffRole) ?? null,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decision:
      row.decision && row.decided_by && row.decided_at
        ? {
            verdict: row.decision as 'approve' | 'reject',
            by: row.decided_by,
            at: row.decided_at,
            reason: row.decision_reason,
          }
        : null,
  };
}
