import { z } from '@hono/zod-openapi';
import {
  type ClaimState,
  claimStates,
  correctDiagnosis,
  decideAppeal,
  describeClaim,
  holdClaim,
  listClaims,
  offerCompensation,
  readClaim,
  reasonCodes,
  recordConsent,
  refuseClaim,
  releaseClaim,
} from '../../recovery/index.ts';
import { done, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { claimSchema, freeText, numberParams, units } from './claim-schema.ts';
import { deskClaim, deskClaimSchema } from './desk-claim.ts';
import { presentClaim } from './present-claim.ts';

const states = Object.keys(claimStates) as [ClaimState, ...ClaimState[]];
const step = { version: z.int(), reason: freeText(10_000) };
const stepRefusals = ['claim_not_found', 'claim_changed', 'reason_missing', 'step_not_possible'];

/** What the desk does. */
export const deskRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'listDeskClaims',
    method: 'get',
    path: '/v1/desk/claims',
    summary: 'Claims by state, the oldest first, a page at a time.',
    guard: 'claim.list',
    limit: 'read',
    query: z.object({
      state: z.enum(states).optional(),
      afterNumber: freeText(40).optional(),
    }),
    answer: z.object({ claims: z.array(claimSchema), next: z.string().nullable() }),
    refusals: ['claim_not_found'],
    handle: async ({ context, query, language }) => {
      if (context.actor.kind !== 'staff') return refuse('not_permitted', { action: 'claim.list' });
      const { state, afterNumber } = query;
      const last = afterNumber ? await readClaim(context.database, afterNumber) : null;
      if (afterNumber && !last) return refuse('claim_not_found', { number: afterNumber });
      const claims = await listClaims(context.database, {
        states: state ? [state] : [],
        after: last && { createdAt: last.createdAt, number: last.number },
      });
      const described = await Promise.all(claims.map((claim) => describeClaim(context, claim)));
      const next = claims.length === 100 ? (claims.at(-1)?.number ?? null) : null;
      return done({ claims: described.map((one) => presentClaim(one, language)), next });
    },
  }),
  route({
    operation: 'readDeskClaim',
    method: 'get',
    path: '/v1/desk/claims/{number}',
    summary: 'One claim with its diagnosis, its plan in words, and its payment.',
    guard: 'plan.read',
    limit: 'read',
    params: numberParams,
    answer: deskClaimSchema,
    refusals: ['claim_not_found'],
    handle: async ({ context, params, language }) => {
      const claim = await readClaim(context.database, params.number);
      if (!claim) return refuse('claim_not_found', { number: params.number });
      return deskClaim(context, done(claim), language);
    },
  }),
  route({
    operation: 'correctDiagnosis',
    method: 'put',
    path: '/v1/desk/claims/{number}/diagnosis',
    summary: 'Put a person’s diagnosis in place of the machine’s, which stays beside it.',
    guard: 'claim.correct',
    limit: 'write',
    params: numberParams,
    body: z.object({
      ...step,
      code: z.enum(reasonCodes),
      outcome: z.enum(['credit', 'refund', 'keep', 'compensate', 'refuse']),
    }),
    answer: deskClaimSchema,
    refusals: [...stepRefusals, 'nothing_diagnosed'],
    handle: async ({ context, params, body, language }) =>
      deskClaim(context, await correctDiagnosis(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'recordConsent',
    method: 'put',
    path: '/v1/desk/claims/{number}/consent',
    summary: 'Record that the customer to whom the receiving address belongs agrees.',
    guard: 'claim.record_consent',
    limit: 'write',
    params: numberParams,
    body: z.object(step),
    answer: deskClaimSchema,
    refusals: [...stepRefusals, 'nobody_to_consent'],
    handle: async ({ context, params, body, language }) =>
      deskClaim(context, await recordConsent(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'holdClaim',
    method: 'put',
    path: '/v1/desk/claims/{number}/hold',
    summary: 'Stop a claim, with a reason that the customer is not told.',
    guard: 'claim.hold',
    limit: 'write',
    params: numberParams,
    body: z.object(step),
    answer: deskClaimSchema,
    refusals: stepRefusals,
    handle: async ({ context, params, body, language }) =>
      deskClaim(context, await holdClaim(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'releaseClaim',
    method: 'put',
    path: '/v1/desk/claims/{number}/release',
    summary: 'Let a held claim go on: Kaeru looks at it afresh.',
    guard: 'claim.release',
    limit: 'write',
    params: numberParams,
    body: z.object(step),
    answer: deskClaimSchema,
    refusals: stepRefusals,
    handle: async ({ context, params, body, language }) =>
      deskClaim(context, await releaseClaim(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'refuseClaim',
    method: 'put',
    path: '/v1/desk/claims/{number}/refusal',
    summary: 'Refuse a claim that is held or under review, with the reason.',
    guard: 'claim.refuse',
    limit: 'write',
    params: numberParams,
    body: z.object(step),
    answer: deskClaimSchema,
    refusals: stepRefusals,
    handle: async ({ context, params, body, language }) =>
      deskClaim(context, await refuseClaim(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'decideAppeal',
    method: 'put',
    path: '/v1/desk/claims/{number}/appeal-decision',
    summary: 'Answer an appeal; not by whoever refused.',
    guard: 'claim.decide_appeal',
    limit: 'write',
    params: numberParams,
    body: z.object({ ...step, decision: z.enum(['uphold', 'overturn']) }),
    answer: deskClaimSchema,
    refusals: [...stepRefusals, 'refused_by_same_person'],
    handle: async ({ context, params, body, language }) =>
      deskClaim(context, await decideAppeal(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'offerCompensation',
    method: 'put',
    path: '/v1/desk/claims/{number}/compensation',
    summary: 'Make a loss good out of the house’s own funds, after two approvals.',
    guard: 'plan.prepare',
    limit: 'money',
    params: numberParams,
    body: z.object({ ...step, units }),
    answer: deskClaimSchema,
    refusals: [...stepRefusals, 'compensation_too_high'],
    handle: async ({ context, params, body, language }) => {
      const input = { ...params, ...body, units: BigInt(body.units) };
      return deskClaim(context, await offerCompensation(context, input), language);
    },
  }),
];
