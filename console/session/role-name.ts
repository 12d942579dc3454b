import type { Say, WordKey } from '../words/index.ts';

const keys: Readonly<Record<string, WordKey>> = {
  support: 'role.support',
  recovery: 'role.recovery',
  treasury: 'role.treasury',
  risk: 'role.risk',
  compensation: 'role.compensation',
  auditor: 'role.auditor',
  administrator: 'role.administrator',
};

/** The roles there are, in the order in which lists show them. */
export const roles: readonly string[] = Object.keys(keys);

/** A role in words; one that is not known here by its own name. */
export function roleName(say: Say, role: string): string {
  const key = keys[role];
  return key ? say(key) : role;
}
