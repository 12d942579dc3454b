import type { Database, Tx } from '../db/index.ts';
import { approverRoles } from './actions.ts';
import type { DeviceSignature } from './approve.ts';

/** What people have decided on a plan so far. */
export interface Decisions {
  /** Of those who may approve now: a yes of somebody who was suspended since counts no more. */
  readonly approvals: readonly {
    readonly approver: string;
    readonly signature: DeviceSignature;
    readonly at: Date;
  }[];
  /** One is enough: such a plan is not carried out. */
  readonly rejections: readonly {
    readonly approver: string;
    readonly reason: string;
    readonly at: Date;
  }[];
}

/** The decisions on the plan with this digest, in the order they were made. */
export async function approvalsOf(database: Database | Tx, digest: string): Promise<Decisions> {
  const rows = await database
    .selectFrom('approvals')
    .innerJoin('staff', 'staff.id', 'approvals.approver')
    .select(['approver', 'decision', 'signature', 'reason', 'at', 'roles', 'suspension'])
    .where('plan_digest', '=', digest)
    .orderBy('at')
    .orderBy('approver')
    .execute();
  const of = (decision: string) => rows.filter((row) => row.decision === decision);
  return {
    approvals: of('approved')
      .filter(mayApprove)
      .map(({ approver, signature, at }) => ({
        approver,
        signature: signature as DeviceSignature,
        at,
      })),
    rejections: of('rejected').map(({ approver, reason, at }) => ({
      approver,
      reason: reason ?? '',
      at,
    })),
  };
}

function mayApprove(member: {
  readonly roles: readonly string[];
  readonly suspension: unknown;
}): boolean {
  return member.suspension === null && approverRoles.some((role) => member.roles.includes(role));
}
