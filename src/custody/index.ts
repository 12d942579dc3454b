export {
  type Approval,
  type Approval as PlanApproval,
  type ApproverKey,
  approvalChallenge,
  approvalDigest,
  approvalMessage,
  approvalSchema,
  auditHeadMessage,
  describePlan,
  type Fees,
  type Line,
  type Movement,
  type Plan,
  type PlanFault,
  type PlanInWords,
  type Purpose,
  parsePlan,
  planDigest,
  planFaults,
  planSchema,
  type RefusalCode,
  readLine,
  refusals,
  type SignerStatus,
  transferData,
} from '../../signer/intent/index.ts';
export { approverKeyOf, type OwnApproverKey, readApproverKeys } from './approver-keys.ts';
export { type Approver, approverOf } from './approver-of.ts';
export { confirmControl } from './confirm-control.ts';
export type { AuditHead, Custody, SignedAuditHead, SignedLine, SignRequest } from './custody.ts';
export { type ApproverCode, type CustodyCode, custodyProblems } from './problems.ts';
export { refusalsInWords } from './refusals-in-words.ts';
export { signerCustody } from './signer-client.ts';
