import { type Approval, verifyApproval } from '../../signer/intent/index.ts';
import { done, type Outcome, refuse } from '../std/index.ts';
import type { Custody } from './custody.ts';
import type { ApproverCode, CustodyCode } from './problems.ts';

/** A member of staff by the name that the signer's policy gives them, and the key they used. */
export interface Approver {
  readonly person: string;
  readonly key: string;
}

/**
 * Whose yes to `digest` an approval is, by the keys of the signer's policy. Checked here so that a
 * wrong signature is told to its maker at once; what counts is the signer's own check.
 */
export async function approverOf(
  custody: Custody,
  digest: string,
  approval: Approval,
): Promise<Outcome<Approver, ApproverCode | CustodyCode>> {
  const status = await custody.status();
  if (!status.ok) return status;
  for (const { person, keys } of status.value.policy.approvers) {
    const key = keys.find((one) => one.id === approval.key);
    if (!key) continue;
    return verifyApproval(key, digest, approval)
      ? done({ person, key: key.id })
      : refuse('approval_signature_wrong', { key: approval.key });
  }
  return refuse('approval_key_unknown', { key: approval.key });
}
