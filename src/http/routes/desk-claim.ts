import { z } from '@hono/zod-openapi';
import { describePlan } from '../../custody/index.ts';
import { describeCreditPlan } from '../../payments/index.ts';
import { type Claim, describeClaim } from '../../recovery/index.ts';
import { done, type Outcome } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import type { Language } from '../language.ts';
import { claimSchema } from './claim-schema.ts';
import { presentClaim } from './present-claim.ts';

/** A claim as the desk reads it: with what the customer is not told. */
export const deskClaimSchema = z
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

/** Presents what a desk command brought, or passes its refusal on. */
export async function deskClaim(
  context: SignedIn,
  outcome: Outcome<Claim>,
  language: Language,
): Promise<Outcome<DeskClaim>> {
  if (!outcome.ok) return outcome;
  const claim = outcome.value;
  const described = await describeClaim(context, claim);
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
