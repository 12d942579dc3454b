export { type Approval, approvalSchema } from './approval.ts';
export { type ApproverKey, approverKeySchema, verifyApproval } from './approver-key.ts';
export { canonicalJson, type Json } from './canonical-json.ts';
export { describePlan, type Language, type PlanInWords } from './describe-plan.ts';
export {
  approvalChallenge,
  approvalDigest,
  approvalMessage,
  auditHeadMessage,
  planDigest,
} from './digest.ts';
export { type PlanFault, parsePlan, planFaults } from './parse-plan.ts';
export { type Address, type Line, linesMax, type Plan, type Purpose, planSchema } from './plan.ts';
export { type Movement, readLine, transferData } from './read-line.ts';
export { type Answer, no, type RefusalCode, type Refused, refusals, yes } from './refusals.ts';
export {
  addressReply,
  addressRequest,
  approvalsMax,
  auditHeadReply,
  auditHeadRequest,
  clusterPlansMax,
  type Fees,
  feesSchema,
  refusalReply,
  routes,
  type SignerStatus,
  signatureReply,
  signatureRequest,
  statusReply,
  xpubReply,
  xpubRequest,
} from './requests.ts';
export { passkeyKey } from './verify-passkey.ts';
