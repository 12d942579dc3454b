import { z } from '@hono/zod-openapi';
import { approvalSchema, describePlan } from '../../custody/index.ts';
import { decideStopped, describeCreditPlan } from '../../payments/index.ts';
import {
  approvePlans,
  type Claim,
  type ClaimState,
  claimStates,
  correctDiagnosis,
  decideAppeal,
  describeClaim,
  holdClaim,
  listClaims,
  listClusters,
  offerCompensation,
  readClaim,
  reasonCodes,
  recordConsent,
  refuseClaim,
  rejectPlan,
  releaseClaim,
} from '../../recovery/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { type Route, route } from '../route.ts';
import { claimSchema, freeText, numberParams, units } from './claim-schema.ts';
import { presentClaim } from './present-claim.ts';

const deskClaimSchema = z
  .object({
    claim: claimSchema,
    hold: z
      .object({ code: z.string(), reason: z.string(), by: z.string(), at: z.string() })
      .nullable(),
    correction: z.object({ code: z.string(), reason: z.string(), by: z.string() }).nullable(),
    /** The diagnosis whole: every transfer with its reasons, and what each stands on. */
    diagnosis: z.unknown(),
    plan: z
      .object({
        digest: z.string(),
        kind: z.string(),
        expiresAt: z.string(),
        requester: z.string(),
        heading: z.string(),
        /** Every line in words, decoded from the bytes that would be signed. */
        lines: z.array(z.string()),
      })
      .nullable(),
    payment: z.object({ id: z.string(), stopped: z.string().nullable() }).nullable(),
  })
  .openapi('DeskClaim');

type DeskClaim = z.infer<typeof deskClaimSchema>;

async function shown(
  context: SignedIn,
  outcome: Outcome<Claim>,
  language: Language,
): Promise<Outcome<DeskClaim>> {
  if (!outcome.ok) return outcome;
  const claim = outcome.value;
  const described = await describeClaim(context.database, claim);
  const { hold, correction, payment } = claim;
  return done({
    claim: presentClaim(described, language),
    hold: hold && { ...hold, at: hold.at.toISOString() },
    correction: correction && {
      code: correction.code,
      reason: correction.reason,
      by: correction.by,
    },
    diagnosis: plain(claim.diagnosis),
    plan: planInWords(described, language),
    payment: payment && { id: payment, stopped: described.stopped?.code ?? null },
  });
}

function planInWords(
  { claim, focus }: Awaited<ReturnType<typeof describeClaim>>,
  language: Language,
): DeskClaim['plan'] {
  if (!claim.plan || !claim.planDigest) return null;
  const { kind, plan } = claim.plan;
  const { expiresAt, requester } = plan;
  const common = { digest: claim.planDigest, kind, expiresAt, requester };
  if (kind === 'return') return { ...common, ...mutable(describePlan(plan, language)) };
  const { symbol, decimals } = focus?.transfer ?? {};
  const asset = { symbol: symbol ?? '', decimals: decimals ?? 0 };
  return { ...common, heading: claim.number, lines: [describeCreditPlan(plan, asset, language)] };
}

function mutable({ heading, lines }: { heading: string; lines: readonly string[] }) {
  return { heading, lines: [...lines] };
}

/** Plain JSON: amounts as decimal strings, times as ISO 8601. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? one.toString() : one));
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

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
      const described = await Promise.all(
        claims.map((claim) => describeClaim(context.database, claim)),
      );
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
      return shown(context, done(claim), language);
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
      shown(context, await correctDiagnosis(context, { ...params, ...body }), language),
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
      shown(context, await recordConsent(context, { ...params, ...body }), language),
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
      shown(context, await holdClaim(context, { ...params, ...body }), language),
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
      shown(context, await releaseClaim(context, { ...params, ...body }), language),
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
      shown(context, await refuseClaim(context, { ...params, ...body }), language),
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
      shown(context, await decideAppeal(context, { ...params, ...body }), language),
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
      return shown(context, await offerCompensation(context, input), language);
    },
  }),
  route({
    operation: 'listClusters',
    method: 'get',
    path: '/v1/desk/clusters',
    summary: 'Claims of the same cause that wait for the same approval.',
    guard: 'plan.read',
    limit: 'read',
    answer: z.object({
      clusters: z.array(
        z.object({ cluster: z.string(), claims: z.int(), digests: z.array(z.string()) }),
      ),
    }),
    refusals: [],
    handle: async ({ context }) => {
      const clusters = await listClusters(context.database);
      return done({ clusters: clusters.map((one) => ({ ...one, digests: [...one.digests] })) });
    },
  }),
  route({
    operation: 'approvePlans',
    method: 'post',
    path: '/v1/desk/approvals',
    summary: 'Approve one plan, or all plans of a cluster, with one’s own device key or passkey.',
    guard: 'plan.approve',
    limit: 'money',
    body: z.object({
      digests: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .min(1)
        .max(200),
      approval: approvalSchema as unknown as z.ZodType<z.infer<typeof approvalSchema>>,
    }),
    answer: z.object({ claims: z.array(z.object({ number: z.string(), state: z.string() })) }),
    refusals: [
      'plan_not_found',
      'plan_changed',
      'plan_expired',
      'plan_rejected',
      'approver_is_requester',
      'already_decided',
      'signature_invalid',
      'device_already_used',
      'factor_not_fresh',
      'transfer_already_paid',
      'claim_changed',
    ],
    handle: async ({ context, body }) => {
      const approved = await approvePlans(context, body);
      if (!approved.ok) return approved;
      return done({ claims: approved.value.map(({ number, state }) => ({ number, state })) });
    },
  }),
  route({
    operation: 'rejectPlan',
    method: 'put',
    path: '/v1/desk/plans/{digest}/rejection',
    summary: 'Reject a plan, with a reason: one no is enough.',
    guard: 'plan.reject',
    limit: 'money',
    params: z.object({ digest: freeText(64) }),
    body: z.object({ reason: freeText(10_000) }),
    answer: deskClaimSchema,
    refusals: ['plan_not_found', 'reason_missing', 'factor_not_fresh', 'claim_changed'],
    handle: async ({ context, params, body, language }) =>
      shown(context, await rejectPlan(context, { ...params, ...body }), language),
  }),
  route({
    operation: 'decidePayment',
    method: 'put',
    path: '/v1/desk/payments/{payment}/decision',
    summary: 'Resume a payment that was stopped, or cancel it while nothing of it was signed.',
    guard: 'payment.decide',
    limit: 'money',
    params: z.object({ payment: z.uuid() }),
    body: z.object({
      decision: z.enum(['resume', 'cancel']),
      reason: freeText(4_000),
    }),
    answer: z.object({ id: z.string(), state: z.string() }),
    refusals: [
      'reason_missing',
      'payment_not_found',
      'payment_not_stopped',
      'payment_already_signed',
      'payment_changed',
    ],
    handle: async ({ context, params, body }) => {
      if (body.reason.trim() === '') return refuse('reason_missing');
      const decided = await decideStopped(context, { ...params, ...body });
      if (!decided.ok) return decided;
      return done({ id: decided.value.id, state: decided.value.state });
    },
  }),
];
