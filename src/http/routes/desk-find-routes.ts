import { z } from '@hono/zod-openapi';
import { listAuditEntries, type Reference, readReference, searchDesk } from '../../desk/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { type Route, route } from '../route.ts';
import { freeText } from './claim-schema.ts';

const auditRows = 100;

const referenceSchema = z
  .object({
    networks: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        label: z.string(),
        chainId: z.int(),
        native: z.object({ symbol: z.string(), decimals: z.int() }),
        confirmationsMin: z.int(),
        finality: z.string(),
        fees: z.string(),
        listed: z.boolean(),
        nodes: z.int(),
        agreeMin: z.int(),
      }),
    ),
    feeSchedules: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        effectiveFrom: z.string(),
        effectiveTo: z.string().nullable(),
        currency: z.string(),
        source: z.string(),
        rows: z.array(z.record(z.string(), z.string())),
      }),
    ),
    profiles: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        version: z.string(),
        /** Whether cases are decided by it here. */
        inForce: z.boolean(),
        entries: z.array(
          z.object({
            topic: z.string(),
            rule: z.string(),
            value: z.string(),
            source: z.string(),
            from: z.string(),
            to: z.string().nullable(),
            verifiedOn: z.string(),
            verifiedBy: z.string(),
            sure: z.string(),
          }),
        ),
      }),
    ),
    reasons: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  })
  .openapi('Reference');

/** What is looked up: cases by anything that is pasted, the audit record, and what the desk goes by. */
export const findRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'searchDesk',
    method: 'get',
    path: '/v1/desk/search',
    summary: 'Cases by whatever is pasted: number, hash, address, customer, symbol, code.',
    guard: 'case.read',
    limit: 'read',
    query: z.object({ q: freeText(400).default('') }),
    answer: z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['case', 'hash', 'address', 'customer']),
          value: z.string(),
          what: z.string(),
          number: z.string(),
        }),
      ),
    }),
    refusals: [],
    handle: async ({ context, query, language }) =>
      done({ hits: await searchDesk(context.database, query.q, language) }),
  }),
  route({
    operation: 'listAuditEntries',
    method: 'get',
    path: '/v1/desk/audit/entries',
    summary: 'Who did or saw what, the newest first, each with its place in the chain.',
    guard: 'audit.read',
    limit: 'read',
    query: z.object({
      case: freeText(100).optional(),
      actor: freeText(100).optional(),
      cursor: freeText(100).optional(),
    }),
    answer: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          seq: z.string().nullable(),
          at: z.string(),
          actorKind: z.string(),
          actor: z.string(),
          actorName: z.string().nullable(),
          action: z.string(),
          subject: z.string(),
          digest: z.string().nullable(),
          details: z.record(z.string(), z.unknown()),
        }),
      ),
      cursor: z.string().nullable(),
    }),
    refusals: [],
    handle: async ({ context, query }) => {
      const { case: subject = null, actor = null, cursor: after = null } = query;
      const asked = { subject, actor, after, limit: auditRows };
      const listed = await listAuditEntries(context, asked);
      if (!listed.ok) return listed;
      const entries = listed.value.rows.map((row) => ({
        ...row,
        seq: row.seq?.toString() ?? null,
        at: row.at.toISOString(),
      }));
      return done({ entries, cursor: listed.value.next });
    },
  }),
  route({
    operation: 'readReference',
    method: 'get',
    path: '/v1/desk/reference',
    summary: 'Networks, price lists, profiles and reasons, with their versions and sources.',
    guard: 'reference.read',
    limit: 'read',
    answer: referenceSchema,
    refusals: [],
    handle: async ({ context, language }) => {
      const read = readReference(context, language);
      return read.ok ? done(presentReference(read.value, language)) : read;
    },
  }),
];

function presentReference(
  { networks, feeSchedules, profiles, reasons }: Reference,
  language: Language,
): z.infer<typeof referenceSchema> {
  return {
    networks: networks.map(({ network, nodes, agreeMin }) => {
      const { id, name, chainId, native, confirmationsMin, finality, fees, listed } = network;
      const plain = { id, name, chainId, native, confirmationsMin, finality, fees, listed };
      return { ...plain, label: network.label[language], nodes, agreeMin };
    }),
    feeSchedules: feeSchedules.map((one) => ({
      ...one,
      rows: one.rows.map((row) => ({ ...row })),
    })),
    profiles: profiles.map((one) => ({ ...one, entries: [...one.entries] })),
    reasons: [...reasons],
  };
}
