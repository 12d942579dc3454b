import {
  type Answer,
  type Approval,
  no,
  type Plan,
  readLine,
  verifyApproval,
  yes,
} from './intent/index.ts';
import type { Policy } from './policy.ts';

/** A person who approved, and with which of their keys. */
export type Approver = { readonly person: string; readonly key: string };

/**
 * Counts who approved `digest`: different persons of the policy, the requester not among them, each
 * by a signature that holds. Refuses with how many are needed and why the others do not count.
 */
export function countApprovals(
  policy: Policy,
  plan: Plan,
  digest: string,
  approvals: readonly Approval[],
): Answer<readonly Approver[]> {
  const counted: Approver[] = [];
  const uncounted: string[] = [];
  for (const approval of approvals) {
    const verdict = judge(policy, plan, digest, approval, counted);
    if (typeof verdict === 'string') uncounted.push(`${approval.key}: ${verdict}`);
    else counted.push(verdict);
  }
  const needed = approvalsNeeded(policy, plan);
  if (counted.length >= needed) return yes(counted);
  return no('approvals_missing', {
    needed: String(needed),
    counted: String(counted.length),
    uncounted: uncounted.join(', '),
  });
}

/** How many persons a plan needs: the policy's minimum, or the highest tier that a line reaches. */
export function approvalsNeeded(policy: Policy, plan: Plan): number {
  const movements = plan.lines.flatMap((line) => readLine(plan.network, line) ?? []);
  const reached = policy.tiers.filter(({ asset, aboveUnits }) =>
    movements.some((one) => one.asset === asset && one.amount > BigInt(aboveUnits)),
  );
  return Math.max(policy.approvalsMin, ...reached.map(({ approvals }) => approvals));
}

type WhyNot = 'unknown_key' | 'requester' | 'same_person' | 'signature_wrong';

function judge(
  policy: Policy,
  plan: Plan,
  digest: string,
  approval: Approval,
  counted: readonly Approver[],
): Approver | WhyNot {
  for (const { person, keys } of policy.approvers) {
    const key = keys.find(({ id, kind }) => id === approval.key && kind === approval.kind);
    if (!key) continue;
    if (person === plan.requester) return 'requester';
    if (counted.some((one) => one.person === person)) return 'same_person';
    return verifyApproval(key, digest, approval) ? { person, key: key.id } : 'signature_wrong';
  }
  return 'unknown_key';
}
