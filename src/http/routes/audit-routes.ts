import { z } from '@hono/zod-openapi';
import { verifyAudit } from '../../audit/index.ts';
import { trialBalance } from '../../ledger/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { units } from './claim-schema.ts';

/** What auditors ask: is the record whole, and do the books balance? */
export const auditRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'verifyAudit',
    method: 'get',
    path: '/v1/desk/audit/verification',
    summary: 'Check the audit record, row by row, against its chain and the signed heads.',
    guard: 'audit.verify',
    limit: 'money',
    answer: z.object({
      ok: z.boolean(),
      links: z.string(),
      heads: z.string(),
      findingsTotal: z.int(),
      findings: z.array(z.unknown()),
    }),
    refusals: [],
    handle: async ({ context }) => {
      const outside = await context.outsideHeads();
      const { links, heads, findings, findingsTotal } = await verifyAudit(
        context.database,
        context.clock,
        outside,
      );
      return done({
        ok: findingsTotal === 0,
        links: links.toString(),
        heads: heads.toString(),
        findingsTotal,
        findings: [...findings],
      });
    },
  }),
  route({
    operation: 'readTrialBalance',
    method: 'get',
    path: '/v1/desk/ledger/trial-balance',
    summary: 'Debits and credits of the books, asset by asset.',
    guard: 'ledger.read',
    limit: 'read',
    answer: z.object({
      balances: z.boolean(),
      assets: z.array(z.object({ asset: z.string(), debits: units, credits: units })),
    }),
    refusals: [],
    handle: async ({ context }) => {
      const { balances, assets } = await trialBalance(context.database);
      return done({
        balances,
        assets: assets.map(({ asset, debits, credits }) => ({
          asset,
          debits: debits.toString(),
          credits: credits.toString(),
        })),
      });
    },
  }),
];
