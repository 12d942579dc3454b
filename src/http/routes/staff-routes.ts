import { z } from '@hono/zod-openapi';
import {
  decideStaffChange,
  listStaff,
  listStaffChanges,
  proposeStaffChange,
  type StaffRole,
  staffChangeKinds,
  staffRoles,
} from '../../access/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { freeText } from './claim-schema.ts';
import {
  listedStaffSchema,
  presentChange,
  presentChanges,
  presentStaff,
  staffChangeSchema,
} from './present-staff.ts';

const roleNames = Object.keys(staffRoles) as [StaffRole, ...StaffRole[]];

/** Who is staff, and the changes of it, which two administrators agree on. */
export const staffRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'listStaff',
    method: 'get',
    path: '/v1/desk/staff',
    summary: 'The colleagues; with their accounts, for those who look after them.',
    guard: 'staff.list',
    limit: 'read',
    answer: z.object({ staff: z.array(listedStaffSchema) }),
    refusals: [],
    handle: async ({ context }) => {
      const staff = await listStaff(context);
      return done({ staff: staff.map(presentStaff) });
    },
  }),
  route({
    operation: 'listStaffChanges',
    method: 'get',
    path: '/v1/desk/staff-changes',
    summary: 'Changes of staff: those that wait, or those that were decided.',
    guard: 'staff.inspect',
    limit: 'read',
    query: z.object({ which: z.enum(['open', 'decided']).optional() }),
    answer: z.object({ changes: z.array(staffChangeSchema) }),
    refusals: [],
    handle: async ({ context, query, language }) => {
      const changes = await listStaffChanges(context, query.which ?? 'open');
      return done({ changes: await presentChanges(context, changes, language) });
    },
  }),
  route({
    operation: 'proposeStaffChange',
    method: 'post',
    path: '/v1/desk/staff-changes',
    summary: 'Propose a change of staff, for another administrator to decide on.',
    guard: 'staff.propose',
    limit: 'write',
    body: z.object({
      kind: z.enum(staffChangeKinds),
      staff: freeText(40).optional(),
      name: freeText(200).optional(),
      roles: z.array(z.enum(roleNames)).max(20).optional(),
      reason: freeText(2_000),
    }),
    answer: z.object({ change: staffChangeSchema }),
    refusals: [
      'reason_missing',
      'role_missing',
      'name_missing',
      'staff_unknown',
      'own_account',
      'nothing_to_change',
      'change_waits_already',
      'second_administrator_missing',
    ],
    handle: async ({ context, body, language }) => {
      const proposed = await proposeStaffChange(context, body);
      if (!proposed.ok) return proposed;
      return done({ change: await presentChange(context, proposed.value, language) });
    },
  }),
  route({
    operation: 'decideStaffChange',
    method: 'put',
    path: '/v1/desk/staff-changes/{id}/decision',
    summary:
      'Decide on a change of staff; an invitation’s token is shown to whoever approves, once.',
    guard: 'staff.decide',
    limit: 'write',
    showsSecret: true,
    params: z.object({ id: freeText(40) }),
    body: z.object({
      decision: z.enum(['approve', 'reject']),
      reason: freeText(2_000).optional(),
    }),
    answer: z.object({
      change: staffChangeSchema,
      invitation: z.object({ token: z.string(), expiresAt: z.string() }).nullable(),
    }),
    refusals: [
      'factor_not_fresh',
      'reason_missing',
      'staff_change_unknown',
      'staff_change_decided',
      'staff_change_stale',
      'proposer_decides',
      'own_account',
    ],
    handle: async ({ context, params, body, language }) => {
      const decided = await decideStaffChange(context, { ...params, ...body });
      if (!decided.ok) return decided;
      const change = await presentChange(context, decided.value.change, language);
      const { invitation: given } = decided.value;
      const invitation = given && { ...given, expiresAt: given.expiresAt.toISOString() };
      return done({ change, invitation });
    },
  }),
];
