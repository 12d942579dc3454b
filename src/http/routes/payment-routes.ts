import { z } from '@hono/zod-openapi';
import { approvalSchema } from '../../custody/index.ts';
import { decideStopped } from '../../payments/index.ts';
import { approvePlans, listClusters, rejectPlan } from '../../recovery/index.ts';
import { done, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { freeText } from './claim-schema.ts';
import { deskClaim, deskClaimSchema } from './desk-claim.ts';

/** What moves money, or stops it: two people's yes, one person's no. */
export const paymentRoutes: readonly Route<SignedIn>[] = [
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
      'owed_unread',
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
      deskClaim(context, await rejectPlan(context, { ...params, ...body }), language),
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
