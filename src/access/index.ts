export { acceptInvitation } from './accept-invitation.ts';
export { type Action, actions, approverRoles } from './actions.ts';
export { approvalsOf, type Decisions } from './approvals-of.ts';
export {
  type ApprovalRefusal,
  approve,
  type DecisionContext,
  type DecisionRefusal,
  type DeviceSignature,
  type PlanToDecide,
  type VerifyDeviceSignature,
} from './approve.ts';
export type { AccessContext, PasskeyContext, PasskeySite } from './context.ts';
export { type CreatedStaff, createStaff, type NewStaff, type StaffId } from './create-staff.ts';
export {
  type DecidedStaffChange,
  decideStaffChange,
  type StaffDecisionRefusal,
} from './decide-staff-change.ts';
export { describeSession, type SessionInWords } from './describe-session.ts';
export { endSession } from './end-session.ts';
export { type Invitation, inviteAdministrator } from './invite.ts';
export {
  beginPasskeyJoin,
  joinByPasskey,
  type PasskeyJoinRefusal,
  type PasskeyNewcomer,
} from './join-by-passkey.ts';
export { type ListedPasskey, listPasskeys, type PasskeyPoint } from './list-passkeys.ts';
export { type ListedStaff, listStaff, type StaffAccount } from './list-staff.ts';
export { listStaffChanges } from './list-staff-changes.ts';
export type { OneTimeEnrolment } from './one-time-code.ts';
export { openCustomerSession } from './open-customer-session.ts';
export { type ReadInvitation, readInvitation } from './open-invitation.ts';
export type { OpenedSession } from './open-session.ts';
export { type Asker, permit } from './permit.ts';
export { type AccessRefusal, accessProblems } from './problems.ts';
export {
  type ProposedStaffChange,
  proposeStaffChange,
  type StaffProposalRefusal,
} from './propose-staff-change.ts';
export { readSession } from './read-session.ts';
export {
  beginPasskeyRegistration,
  finishPasskeyRegistration,
  type PasskeyInvitation,
} from './register-passkey.ts';
export { type RejectionRefusal, reject } from './reject.ts';
export { type PasskeyRemovalRefusal, removePasskey } from './remove-passkey.ts';
export {
  customerFreshForMs,
  freshForMs,
  requireFresh,
  requireFreshCustomer,
} from './require-fresh.ts';
export { isStaffRole, type Role, roles, type StaffRole, staffRoles } from './roles.ts';
export type { Factor, Session, SessionToken } from './session.ts';
export { showCode } from './show-code.ts';
export {
  askForPasskey,
  type PasskeyAnswer,
  type PasskeyQuestion,
  showPasskey,
  signInByPasskey,
} from './show-passkey.ts';
export { type SignInRefusal, signIn } from './sign-in.ts';
export { type StaffChange, type StaffChangeKind, staffChangeKinds } from './staff-change.ts';
export { suspendStaff } from './suspend-staff.ts';
export { unlockSignIn } from './unlock-sign-in.ts';
export { whyNotDecide } from './why-not-decide.ts';
