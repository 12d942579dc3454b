import { describe, expect, test } from 'vitest';
import { rolesDocument } from '../../test/roles-document.ts';
import {
  type Action,
  type Asker,
  actions,
  approverRoles,
  permit,
  type Role,
  roles,
} from './index.ts';

/**
 * Who may do what, written a second time and by hand: a change of the table of actions shows here,
 * where it is read by whoever reviews it.
 */
const expected = `
                           anon cust supp reco trea risk comp audi admi syst
session.read               -    yes  yes  yes  yes  yes  yes  yes  yes  -
session.end                -    yes  yes  yes  yes  yes  yes  yes  yes  -
factor.add                 -    -    yes  yes  yes  yes  yes  yes  yes  -
staff.list                 -    -    yes  yes  yes  yes  yes  yes  yes  -
staff.inspect              -    -    -    -    -    -    -    yes  yes  -
staff.propose              -    -    -    -    -    -    -    -    yes  -
staff.decide               -    -    -    -    -    -    -    -    yes  -
staff.create               -    -    -    -    -    -    -    -    -    yes
staff.suspend              -    -    -    -    -    -    -    -    -    yes
staff.unlock               -    -    -    -    -    -    -    -    yes  yes
claim.file                 -    yes  yes  -    -    -    -    -    -    -
claim.read                 -    yes  yes  yes  yes  yes  yes  yes  -    -
claim.list                 -    yes  yes  yes  yes  yes  yes  yes  -    -
claim.choose               -    yes  -    -    -    -    -    -    -    -
claim.prove_destination    -    yes  -    -    -    -    -    -    -    -
claim.appeal               -    yes  -    -    -    -    -    -    -    -
claim.withdraw             -    yes  -    -    -    -    -    -    -    -
claim.correct              -    -    -    yes  -    -    -    -    -    -
claim.record_consent       -    -    -    yes  -    yes  -    -    -    -
claim.hold                 -    -    -    yes  -    yes  -    -    -    yes
claim.release              -    -    -    -    -    yes  -    -    -    -
claim.refuse               -    -    -    yes  -    yes  -    -    -    -
claim.decide_appeal        -    -    -    -    -    yes  yes  -    -    -
case.read                  -    -    yes  yes  yes  yes  yes  yes  -    -
case.note                  -    -    yes  yes  yes  yes  yes  -    -    -
case.hand_over             -    -    yes  yes  yes  yes  yes  -    -    -
case.snooze                -    -    yes  yes  yes  yes  yes  -    -    -
plan.prepare               -    -    -    yes  -    -    yes  -    -    -
plan.read                  -    -    -    yes  yes  yes  yes  yes  -    -
plan.approve               -    -    -    -    yes  yes  -    -    -    -
plan.reject                -    -    -    -    yes  yes  -    -    -    -
payment.decide             -    -    -    -    yes  -    -    -    -    -
ledger.read                -    -    -    -    yes  -    yes  yes  -    -
ledger.reverse             -    -    -    -    yes  -    -    -    -    -
audit.read                 -    -    -    -    -    -    -    yes  -    -
audit.verify               -    -    -    -    -    -    -    yes  yes  yes
reference.read             -    -    yes  yes  yes  yes  yes  yes  yes  -
personal.reveal            -    -    yes  yes  -    yes  yes  -    -    -
`;

const [heads = [], ...rows] = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([action = '', ...row]) =>
  row.map((cell, column) => ({
    action: action as Action,
    role: roles[column],
    may: cell === 'yes',
  })),
);

function askerOf(role: Role): Asker {
  switch (role) {
    case 'anonymous':
      return { kind: 'anonymous' };
    case 'customer':
    case 'system':
      return { kind: role, id: 'x' };
    default:
      return { kind: 'staff', id: 'x', roles: [role] };
  }
}

describe('permit', () => {
  test('is asked about every action and role', () => {
    expect(rows.map(([action]) => action)).toEqual(Object.keys(actions));
    expect(heads).toEqual(roles.map((role) => role.slice(0, 4)));
    expect(cells).toHaveLength(Object.keys(actions).length * roles.length);
  });

  test.each(cells)('$role, $action: $may', ({ role, action, may }) => {
    if (!role) throw new Error('every column is a role');
    const answer = permit(askerOf(role), action);
    expect(answer).toEqual(
      may
        ? { ok: true, value: undefined }
        : { ok: false, code: 'not_permitted', facts: { action } },
    );
  });

  test('adds the roles of one person up', () => {
    const both: Asker = { kind: 'staff', id: 'x', roles: ['support', 'auditor'] };
    expect(permit(both, 'claim.file').ok && permit(both, 'audit.verify').ok).toBe(true);
    expect(permit({ kind: 'staff', id: 'x', roles: [] }, 'session.read').ok).toBe(false);
  });

  test('does not take the name of a kind for a role', () => {
    const posing: Asker = { kind: 'staff', id: 'x', roles: ['system', 'customer', 'anonymous'] };
    for (const action of Object.keys(actions) as Action[]) {
      expect(permit(posing, action).ok).toBe(false);
    }
  });

  test('lets nobody both prepare and approve, whose approval alone would then do', () => {
    const preparers: readonly Role[] = actions['plan.prepare'].may;
    expect(preparers.filter((role) => approverRoles.includes(role))).toEqual([]);
  });

  test('is told in docs/reference/roles.md', async () => {
    await expect(rolesDocument()).toMatchFileSnapshot('../../docs/reference/roles.md');
  });
});
