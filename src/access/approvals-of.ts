import type { Database, Tx } from '../db/index.ts';
import type { DeviceSignature } from './approve.ts';

/** What people have decided on a plan so far. */
export interface Decisions {
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
    .select(['approver', 'decision', 'signature', 'reason', 'at'])
    .where('plan_digest', '=', digest)
    .orderBy('at')
    .orderBy('approver')
    .execute();
  const of = (decision: string) => rows.filter((row) => row.decision === decision);
  return {
    approvals: of('approved').map(({ approver, signature, at }) => ({
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
