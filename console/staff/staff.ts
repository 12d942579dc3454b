/** A member of staff, as colleagues see them. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly suspended: boolean;
  /** Null for those who do not look after accounts. */
  readonly account: {
    readonly login: string;
    readonly signsInBy: readonly string[];
    readonly passkeys: number;
    readonly createdAt: string;
    readonly lastSeenAt: string | null;
  } | null;
}

/** What a change of staff does. */
export type StaffChangeKind = 'invite' | 'roles' | 'suspend' | 'restore';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A change that was proposed, and how it was decided. */
export interface StaffChange {
  readonly id: string;
  readonly kind: StaffChangeKind;
  /** The member it is about; null for an invitation. */
  readonly staff: Person | null;
  readonly name: string | null;
  readonly roles: readonly string[] | null;
  readonly rolesBefore: readonly string[] | null;
  readonly reason: string;
  readonly proposedBy: Person;
  readonly proposedAt: string;
  readonly decision: {
    readonly verdict: 'approve' | 'reject';
    readonly by: Person;
    readonly at: string;
    readonly reason: string | null;
  } | null;
  readonly mayDecide: boolean;
  /** Why the reader may not decide; null when they may. */
  readonly why: string | null;
}
