import { z } from '@hono/zod-openapi';
import {
  type ListedStaff,
  listStaff,
  type StaffChange,
  staffChangeKinds,
  whyNotDecide,
} from '../../access/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { problems } from '../statuses.ts';

/** A member of staff, as an API tells them. */
export const listedStaffSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    suspended: z.boolean(),
    /** Null for those who do not look after accounts. */
    account: z
      .object({
        login: z.string(),
        signsInBy: z.array(z.enum(['password', 'passkey'])),
        passkeys: z.int(),
        suspension: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
        invitedBy: z.string(),
        createdAt: z.string(),
        lastSeenAt: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('StaffMember');

const person = z.object({ id: z.string(), name: z.string() });

/** A change of staff, as an API tells it. */
export const staffChangeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(staffChangeKinds),
    staff: person.nullable(),
    name: z.string().nullable(),
    roles: z.array(z.string()).nullable(),
    rolesBefore: z.array(z.string()).nullable(),
    reason: z.string(),
    proposedBy: person,
    proposedAt: z.string(),
    decision: z
      .object({
        verdict: z.enum(['approve', 'reject']),
        by: person,
        at: z.string(),
        reason: z.string().nullable(),
      })
      .nullable(),
    /** Whether the caller may decide on it, and else the sentence that says why not. */
    mayDecide: z.boolean(),
    why: z.string().nullable(),
  })
  .openapi('StaffChange');

/** A member of staff for the API. */
export function presentStaff({
  account,
  ...member
}: ListedStaff): z.input<typeof listedStaffSchema> {
  return {
    ...member,
    roles: [...member.roles],
    account: account && {
      ...account,
      signsInBy: [...account.signsInBy],
      createdAt: account.createdAt.toISOString(),
      lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
    },
  };
}

/** One change of staff for the API, with the names of those concerned. */
export async function presentChange(
  context: SignedIn,
  change: StaffChange,
  language: Language,
): Promise<z.input<typeof staffChangeSchema>> {
  return changePresenter(context, language, await listStaff(context))(change);
}

/** Changes of staff for the API. */
export async function presentChanges(
  context: SignedIn,
  changes: readonly StaffChange[],
  language: Language,
): Promise<z.input<typeof staffChangeSchema>[]> {
  return changes.map(changePresenter(context, language, await listStaff(context)));
}

function changePresenter(context: SignedIn, language: Language, staff: readonly ListedStaff[]) {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  return (change: StaffChange): z.input<typeof staffChangeSchema> => {
    const { roles, rolesBefore, decision } = change;
    const code = whyNotDecide(context.actor, change);
    return {
      ...change,
      staff: change.staff === null ? null : named(change.staff),
      roles: roles && [...roles],
      rolesBefore: rolesBefore && [...rolesBefore],
      proposedBy: named(change.proposedBy),
      proposedAt: change.proposedAt.toISOString(),
      decision: decision && {
        ...decision,
        by: named(decision.by),
        at: decision.at.toISOString(),
      },
      mayDecide: code === null,
      why: code && (problems[code]?.[language].replace('{action}', 'staff.decide') ?? code),
    };
  };
}
