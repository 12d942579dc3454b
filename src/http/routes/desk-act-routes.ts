import { z } from '@hono/zod-openapi';
import {
  addNote,
  listColleagues,
  type Revealed,
  revealCase,
  sayEditing,
  snoozeCase,
  takeCase,
} from '../../desk/index.ts';
import { done, type Outcome } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { freeText, numberParams } from './claim-schema.ts';
import { staffNameSchema } from './desk-schema.ts';

const version = z.int().optional();
const actRefusals = ['claim_not_found', 'claim_changed'];
const acted = z.object({ done: z.literal(true) });

const revealedSchema = z
  .object({
    fields: z.record(z.string(), z.string().nullable()),
    /** What the exchange has stopped for them. */
    restricted: z.array(z.string()),
    /** To be taken off the screen then. */
    until: z.string(),
  })
  .openapi('Revealed');

/** What the desk does to a case that is no step of its claim. */
export const caseActRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'addNote',
    method: 'post',
    path: '/v1/desk/cases/{number}/notes',
    summary: 'Write a note for colleagues. The customer never sees it.',
    guard: 'case.note',
    limit: 'write',
    params: numberParams,
    body: z.object({ text: freeText(10_000), version }),
    answer: acted,
    refusals: [...actRefusals, 'note_empty'],
    handle: async ({ context, params, body }) =>
      plainly(await addNote(context, { ...params, ...body })),
  }),
  route({
    operation: 'takeCase',
    method: 'put',
    path: '/v1/desk/cases/{number}/owner',
    summary: 'Take a case, give it to a colleague with what comes next, or back to the team.',
    guard: 'case.hand_over',
    limit: 'write',
    params: numberParams,
    body: z.object({
      staff: freeText(100).nullable(),
      done: freeText(4_000).default(''),
      waitsFor: freeText(4_000).default(''),
      next: freeText(4_000).default(''),
      version,
    }),
    answer: z.object({ owner: z.string().nullable() }),
    refusals: [...actRefusals, 'case_is_closed', 'colleague_unknown', 'hand_over_incomplete'],
    handle: ({ context, params, body }) => takeCase(context, { ...params, ...body }),
  }),
  route({
    operation: 'snoozeCase',
    method: 'put',
    path: '/v1/desk/cases/{number}/snooze',
    summary: 'Put a case aside until an hour, with what is waited for; null takes it up again.',
    guard: 'case.snooze',
    limit: 'write',
    params: numberParams,
    body: z.object({
      until: z.iso.datetime({ offset: true }).nullable(),
      waitsFor: freeText(4_000).default(''),
      version,
    }),
    answer: acted,
    refusals: [...actRefusals, 'case_is_closed', 'snooze_incomplete', 'snooze_time_wrong'],
    handle: async ({ context, params, body }) => {
      const until = body.until === null ? null : new Date(body.until);
      return plainly(await snoozeCase(context, { ...params, ...body, until }));
    },
  }),
  route({
    operation: 'revealCustomer',
    method: 'post',
    path: '/v1/desk/cases/{number}/revelations',
    summary: 'Look at personal data once, with a reason that stands in the audit record.',
    guard: 'personal.reveal',
    limit: 'write',
    // Personal data is kept nowhere: neither is the answer, for whoever asks twice.
    showsSecret: true,
    params: numberParams,
    body: z.object({ reason: freeText(4_000) }),
    answer: revealedSchema,
    refusals: [
      ...actRefusals,
      'reveal_without_reason',
      'exchange_customer_unknown',
      'exchange_unreachable',
      'exchange_timed_out',
      'exchange_refused',
      'exchange_answer_malformed',
    ],
    handle: async ({ context, params, body }) => {
      const shown = await revealCase(context, { ...params, ...body });
      return shown.ok ? done(presentRevealed(shown.value)) : shown;
    },
  }),
  route({
    operation: 'sayPresence',
    method: 'put',
    path: '/v1/desk/cases/{number}/presence',
    summary: 'Say what one is writing, so that a colleague does not write the same.',
    guard: 'case.read',
    limit: 'write',
    params: numberParams,
    body: z.object({ editing: freeText(100).nullable().default(null) }),
    answer: z.object({
      here: z.array(
        z.object({ staff: z.string(), name: z.string(), editing: z.string().nullable() }),
      ),
    }),
    refusals: ['claim_not_found'],
    handle: async ({ context, params, body }) => {
      const said = await sayEditing(context, { ...params, ...body });
      return said.ok ? done({ here: [...said.value] }) : said;
    },
  }),
  route({
    operation: 'listColleagues',
    method: 'get',
    path: '/v1/desk/colleagues',
    summary: 'To whom a case may be given.',
    guard: 'case.hand_over',
    limit: 'read',
    answer: z.object({ staff: z.array(staffNameSchema.extend({ roles: z.array(z.string()) })) }),
    refusals: [],
    handle: async ({ context }) => {
      const listed = await listColleagues(context);
      if (!listed.ok) return listed;
      return done({ staff: listed.value.map((one) => ({ ...one, roles: [...one.roles] })) });
    },
  }),
];

function plainly(outcome: Outcome<void>): Outcome<z.infer<typeof acted>> {
  return outcome.ok ? done({ done: true }) : outcome;
}

function presentRevealed({ details, until }: Revealed): z.infer<typeof revealedSchema> {
  const { name, email, language, residence, entity, customer, identityVerified } = details;
  const identity = identityVerified ? 'verified' : 'not_verified';
  return {
    fields: { name, email, language, residence, entity, customer, identity },
    restricted: [...details.restricted],
    until: until.toISOString(),
  };
}
