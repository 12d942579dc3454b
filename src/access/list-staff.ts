import type { Context } from '../audit/index.ts';
import { permit } from './permit.ts';
import { isStaffRole, type StaffRole } from './roles.ts';

/** A member of staff, as colleagues see them. */
export interface ListedStaff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly suspended: boolean;
  /** For those who look after accounts; null for everybody else. */
  readonly account: StaffAccount | null;
}

/** What administrators and auditors see of an account besides. */
export interface StaffAccount {
  readonly login: string;
  readonly signsInBy: readonly ('password' | 'passkey')[];
  readonly passkeys: number;
  readonly suspension: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
}

/** All staff by name, those whose account is closed last. */
export async function listStaff({
  database,
  actor,
}: Pick<Context, 'database' | 'actor'>): Promise<readonly ListedStaff[]> {
  const inspects = permit(actor, 'staff.inspect').ok;
  const rows = await database
    .selectFrom('staff')
    .selectAll()
    .select(({ selectFrom }) => [
      selectFrom('passkeys')
        .whereRef('staff_id', '=', 'staff.id')
        .select(({ fn }) => fn.countAll<bigint>().as('n'))
        .as('passkeys'),
      selectFrom('sessions')
        .whereRef('staff_id', '=', 'staff.id')
        .select(({ fn }) => fn.max('last_seen_at').as('at'))
        .as('last_seen_at'),
    ])
    .orderBy((one) => one('suspension', 'is not', null))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const { id, name, roles } = row;
    const suspended = row.suspension !== null;
    return {
      ...{ id, name, roles: roles.filter(isStaffRole), suspended },
      account: inspects ? accountOf(row) : null,
    };
  });
}

function accountOf(row: {
  readonly login: string;
  readonly password_hash: string | null;
  readonly passkeys: bigint | null;
  readonly suspension: unknown;
  readonly invited_by: string;
  readonly created_at: Date;
  readonly last_seen_at: Date | null;
}): StaffAccount {
  const passkeys = Number(row.passkeys ?? 0n);
  return {
    login: row.login,
    signsInBy: [
      ...(row.password_hash ? (['password'] as const) : []),
      ...(passkeys > 0 ? (['passkey'] as const) : []),
    ],
    passkeys,
    suspension: row.suspension as StaffAccount['suspension'],
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}
