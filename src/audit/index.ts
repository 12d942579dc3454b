export { type AuditLag, auditLag } from './audit-lag.ts';
export { type AuditVerifyWorld, auditVerifyCommand } from './audit-verify-command.ts';
export type { Actor, Context } from './context.ts';
export { type AuditFinding, auditFindings, findingInWords } from './findings.ts';
export { record } from './record.ts';
export { type AuditHead, type HeadSigner, type Sequenced, sequence } from './sequence.ts';
export { type AuditVerified, type OutsideHeads, verifyAudit } from './verify-audit.ts';
