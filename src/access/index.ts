export { type Action, actions, approverRoles } from './actions.ts';
export { type Asker, permit } from './permit.ts';
export { isStaffRole, type Role, roles, type StaffRole, staffRoles } from './roles.ts';
export type { Factor, Session, SessionToken } from './session.ts';
