/** A member of staff as colleagues see them. */
export interface StaffMember {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdAt?: string | null;
  readonly suspendedAt: string | null;
}

/** What a change of staff does. */
export type StaffChangeKind = 'invite' | 'roles' | 'suspend' | 'restore';

/** A change that was proposed, and how it was decided. */
export interface StaffChange {
  readonly id: string;
  readonly kind: StaffChangeKind;
  /** The member it is about; null for an invitation. */
  readonly staff: string | null;
  readonly name: string | null;
  readonly roles: readonly string[] | null;
  readonly reason: string;
  readonly state: string;
  readonly proposedBy: string | { readonly id: string; readonly name: string };
  readonly proposedAt: string;
  readonly decidedBy: string | { readonly id: string; readonly name: string } | null;
  readonly decidedAt: string | null;
  /** Why the reader may not decide; null when they may. */
  readonly why?: string | null;
}
