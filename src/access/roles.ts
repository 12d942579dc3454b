/**
 * The roles that staff hold, each with what its holders are there for. Nobody's role is implied by
 * another: an administrator who should also approve plans is given `treasury` by name.
 */
export const staffRoles = {
  support:
    'Talks with customers: files and follows claims for them, sees no personal data unasked.',
  recovery:
    'Works on claims: reads the chain, corrects a diagnosis, prepares the plan of a return.',
  treasury: 'Approves or rejects plans that move money, with a key of their own.',
  risk: 'Judges: holds claims, releases them, and approves plans as the second pair of eyes.',
  compensation: 'Prepares what is paid from the house’s own funds instead of the chain.',
  auditor: 'Reads everything, including the audit record and who looked at what; changes nothing.',
  administrator:
    'Agrees with another administrator on who is staff, in which roles. Moves no money and releases no hold.',
} as const satisfies Readonly<Record<string, string>>;

/** A role that staff are given by name. */
export type StaffRole = keyof typeof staffRoles;

/** Everyone that may ask for something: staff by their roles, and the three that hold none. */
export type Role = StaffRole | 'customer' | 'anonymous' | 'system';

/** Every role, in the order of the columns of docs/reference/roles.md. */
export const roles: readonly Role[] = [
  'anonymous',
  'customer',
  ...(Object.keys(staffRoles) as StaffRole[]),
  'system',
];

/** Whether a text names a role that staff can hold. */
export function isStaffRole(text: string): text is StaffRole {
  return Object.hasOwn(staffRoles, text);
}
