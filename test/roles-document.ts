import { type Action, actions, type Role, roles, staffRoles } from '../src/access/index.ts';

/** docs/reference/roles.md, from the tables that decide. A test fails when the file is stale. */
export function rolesDocument(): string {
  const columns = roles.filter((role) => role !== 'anonymous');
  const rows = (Object.keys(actions) as Action[]).map((action) => {
    const may: readonly Role[] = actions[action].may;
    const cells = columns.map((role) => (may.includes(role) ? 'yes' : ''));
    return `| \`${action}\` | ${actions[action].says} | ${cells.join(' | ')} |`;
  });
  return [
    '# Who may do what',
    '',
    'Written by `npx vitest run -u src/access` from `src/access/roles.ts` and `src/access/actions.ts`.',
    'Do not edit. Somebody who has not signed in may do none of this. Approving also takes a factor',
    'shown within five minutes, a device key of one’s own, and a plan that one did not prepare.',
    '',
    '| role | its holders |',
    '| --- | --- |',
    ...Object.entries(staffRoles).map(([role, says]) => `| \`${role}\` | ${says} |`),
    '',
    `| action | what it is | ${columns.join(' | ')} |`,
    `| --- | --- | ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}
