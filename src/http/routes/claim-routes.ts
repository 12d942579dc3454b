import { z } from '@hono/zod-openapi';
import type { CustomerId } from '../../accounts/index.ts';
import { timeline } from '../../cases/index.ts';
import {
  appeal,
  type Claim,
  type ClaimNumber,
  challengeWallet,
  choose,
  describeClaim,
  fileClaim,
  listOwnClaims,
  optionKinds,
  proveWallet,
  readOwnClaim,
  takeUpClaim,
  typedStatement,
  withdrawClaim,
} from '../../recovery/index.ts';
import { done, type Outcome, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { type Route, route } from '../route.ts';
import { type ClaimAnswer, claimSchema, freeText, numberParams, units } from './claim-schema.ts';
import { hintsSchema } from './hints-schema.ts';
import { ownCustomer } from './own-customer.ts';
import { presentClaim } from './present-claim.ts';

/** Where the exchange asks for a factor again, and from where one comes back to this claim. */
function confirmAt({ handoverIssuer }: SignedIn, number: ClaimNumber): string {
  const url = new URL(handoverIssuer.loginUrl);
  url.searchParams.set('return', `/claims/${number}`);
  url.searchParams.set('fresh', '1');
  return url.href;
}

/** A claim of the customer's own. Anybody else's is not there. */
async function shown(
  context: SignedIn,
  outcome: Outcome<Claim>,
  language: Language,
): Promise<Outcome<ClaimAnswer>> {
  if (!outcome.ok) return outcome;
  return done(presentClaim(await describeClaim(context, outcome.value), language));
}

const wishes = z
  .object({ hurry: z.enum(['yes', 'no', 'unsure']), sensitiveToFees: z.boolean() })
  .default({ hurry: 'unsure', sensitiveToFees: false });

/** What customers do with their claims. */
export const claimRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'fileClaim',
    method: 'post',
    path: '/v1/claims',
    summary: 'Report a deposit that did not arrive, with whatever one has.',
    guard: 'claim.file',
    limit: 'file',
    body: z.object({
      said: z.string().max(200_000),
      wishes,
      hints: z.union([hintsSchema, z.null()]).optional(),
      /** Of `listSeenDeposits`: the very transfer that is meant. */
      transferKey: z.string().max(200).optional(),
    }),
    answer: z
      .object({ claim: claimSchema, joined: z.boolean(), secretsRemoved: z.array(z.string()) })
      .openapi('FiledClaim'),
    refusals: [
      'claim_without_transaction',
      'claim_with_many_transactions',
      'claim_other_network_family',
      'hash_truncated',
      'address_malformed',
      'address_checksum_broken',
      'text_too_long',
      'transfer_unknown',
      'too_many_claims',
    ],
    handle: async ({ context, body, language }) => {
      const customer = ownCustomer(context);
      if (!customer.ok) return customer;
      const filed = await fileClaim(context, { customer: customer.value, language, ...body });
      if (!filed.ok) return filed;
      const { claim, joined, secretsRemoved } = filed.value;
      const described = await describeClaim(context, claim);
      const answer = presentClaim(described, language);
      return done({ claim: answer, joined, secretsRemoved: [...secretsRemoved] });
    },
  }),
  route({
    operation: 'listClaims',
    method: 'get',
    path: '/v1/claims',
    summary: 'One’s own claims, the newest first.',
    guard: 'claim.choose',
    limit: 'read',
    answer: z.object({ claims: z.array(claimSchema) }),
    refusals: [],
    handle: async ({ context, language }) => {
      const claims = await listOwnClaims(context.database, context.actor.id as CustomerId);
      const described = await Promise.all(claims.map((claim) => describeClaim(context, claim)));
      return done({ claims: described.map((one) => presentClaim(one, language)) });
    },
  }),
  route({
    operation: 'readClaim',
    method: 'get',
    path: '/v1/claims/{number}',
    summary: 'One claim and its progress.',
    guard: 'claim.read',
    limit: 'read',
    params: numberParams,
    answer: claimSchema,
    refusals: ['claim_not_found'],
    handle: async ({ context, params, language }) => {
      const claim = await readOwnClaim(context.database, context, params.number);
      if (!claim) return refuse('claim_not_found', { number: params.number });
      return shown(context, done(claim), language);
    },
  }),
  route({
    operation: 'readTimeline',
    method: 'get',
    path: '/v1/claims/{number}/timeline',
    summary: 'What has happened to a claim, oldest first.',
    guard: 'claim.read',
    limit: 'read',
    params: numberParams,
    answer: z.object({
      entries: z.array(
        z.object({ at: z.string(), kind: z.string(), facts: z.record(z.string(), z.unknown()) }),
      ),
    }),
    refusals: ['claim_not_found'],
    handle: async ({ context, params }) => {
      const claim = await readOwnClaim(context.database, context, params.number);
      if (!claim) return refuse('claim_not_found', { number: params.number });
      const reader = context.actor.kind === 'customer' ? 'customer' : 'desk';
      const entries = await timeline(context.database, claim.number, reader);
      return done({
        entries: entries.map(({ at, kind, facts }) => ({ at: at.toISOString(), kind, facts })),
      });
    },
  }),
  route({
    operation: 'chooseOption',
    method: 'put',
    path: '/v1/claims/{number}/choice',
    summary: 'Take one of the options of the quote.',
    guard: 'claim.choose',
    limit: 'money',
    params: numberParams,
    body: z.object({
      option: z.enum(optionKinds),
      destination: freeText(200).optional(),
      /** `quote.digest` of the claim as it was read: another offer is not taken in its place. */
      quote: z.string().max(64).optional(),
    }),
    answer: claimSchema,
    refusals: [
      'claim_not_found',
      'nothing_to_choose',
      'factor_stale',
      'quote_expired',
      'option_not_permitted',
      'destination_missing',
      'destination_refused',
      'address_malformed',
      'address_checksum_broken',
      'wallet_proof_unread',
      'claim_changed',
    ],
    handle: async ({ context, params, body, language }) => {
      const number = params.number as ClaimNumber;
      const chosen = await choose(context, { number, ...body });
      if (!chosen.ok && chosen.code === 'factor_stale') {
        return refuse('factor_stale', { confirmAt: confirmAt(context, number) });
      }
      return shown(context, chosen, language);
    },
  }),
  route({
    operation: 'challengeWallet',
    method: 'post',
    path: '/v1/claims/{number}/wallet-challenges',
    summary:
      'Ask for a message to sign, or a small amount to send, to show that a wallet is one’s own.',
    guard: 'claim.prove_destination',
    limit: 'write',
    params: numberParams,
    body: z.object({ address: freeText(200) }),
    answer: z
      .object({
        id: z.string(),
        address: z.string(),
        message: z.string(),
        /** The same as EIP-712 typed data, in JSON, for `eth_signTypedData_v4`. */
        typedData: z.string(),
        setUnits: units,
        expiresAt: z.string(),
      })
      .openapi('WalletChallenge'),
    refusals: [
      'claim_not_found',
      'address_malformed',
      'address_checksum_broken',
      'destination_refused',
    ],
    handle: async ({ context, params, body }) => {
      const number = params.number as ClaimNumber;
      const asked = await challengeWallet(context, { number, address: body.address });
      if (!asked.ok) return asked;
      const { setUnits, expiresAt, ...challenge } = asked.value;
      return done({
        ...challenge,
        typedData: JSON.stringify(typedStatement(challenge.address, challenge.message)),
        setUnits: setUnits.toString(),
        expiresAt: expiresAt.toISOString(),
      });
    },
  }),
  route({
    operation: 'proveWallet',
    method: 'put',
    path: '/v1/claims/{number}/wallet-challenges/{challenge}/proof',
    summary: 'Show that a wallet is one’s own, by signature or by a set amount.',
    guard: 'claim.prove_destination',
    limit: 'money',
    params: numberParams.extend({ challenge: freeText(40) }),
    body: z.union([
      z.object({ kind: z.literal('signature'), signature: freeText(10_000) }),
      z.object({ kind: z.literal('set_amount'), transaction: freeText(100) }),
    ]),
    answer: claimSchema,
    refusals: [
      'claim_not_found',
      'challenge_not_found',
      'challenge_expired',
      'wallet_not_proven',
      'wallet_proof_unread',
      'destination_refused',
      'hash_malformed',
      'claim_changed',
    ],
    handle: async ({ context, params, body, language }) => {
      const number = params.number as ClaimNumber;
      const { challenge } = params;
      return shown(
        context,
        await proveWallet(context, { number, challenge, proof: body }),
        language,
      );
    },
  }),
  route({
    operation: 'takeUpClaim',
    method: 'post',
    path: '/v1/claims/{number}/looks',
    summary: 'Have a kept claim, or an old quote, looked at again.',
    guard: 'claim.choose',
    limit: 'write',
    params: numberParams,
    answer: claimSchema,
    refusals: ['claim_not_found', 'step_not_possible', 'claim_changed'],
    handle: async ({ context, params, language }) =>
      shown(context, await takeUpClaim(context, params.number), language),
  }),
  route({
    operation: 'appealClaim',
    method: 'put',
    path: '/v1/claims/{number}/appeal',
    summary: 'Ask for another person to look at a refusal.',
    guard: 'claim.appeal',
    limit: 'write',
    params: numberParams,
    body: z.object({ said: z.string().max(200_000) }),
    answer: claimSchema,
    refusals: ['claim_not_found', 'step_not_possible', 'appeal_too_long', 'claim_changed'],
    handle: async ({ context, params, body, language }) =>
      shown(context, await appeal(context, { number: params.number, said: body.said }), language),
  }),
  route({
    operation: 'withdrawClaim',
    method: 'put',
    path: '/v1/claims/{number}/withdrawal',
    summary: 'Take one’s claim back.',
    guard: 'claim.withdraw',
    limit: 'write',
    params: numberParams,
    answer: claimSchema,
    refusals: ['claim_not_found', 'step_not_possible', 'claim_changed'],
    handle: async ({ context, params, language }) =>
      shown(context, await withdrawClaim(context, params.number), language),
  }),
];
