import type { Database, Tx } from '../db/index.ts';
import { readLines, readPayment } from '../payments/index.ts';
import type { Claim } from './claim.ts';
import { topReason } from './conclude.ts';
import type { ReasonCode, ReasonOutcome } from './diagnosis/index.ts';
import { type Focus, focusOn } from './focus-on.ts';

/** A claim with what belongs to it, read together: what pages and the API are made from. */
export interface DescribedClaim {
  readonly claim: Claim;
  readonly focus: Focus | null;
  /** What decided: the person's correction, else the machine's first reason; null before any answer. */
  readonly reason: { readonly code: ReasonCode; readonly outcome: ReasonOutcome } | null;
  /** The transactions of the payment, once there are any. */
  readonly lines: readonly {
    readonly purpose: string;
    readonly state: string;
    readonly hash: string | null;
  }[];
  readonly stopped: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string>>;
  } | null;
}

/** Reads what belongs to a claim beside its own row. */
export async function describeClaim(
  database: Database | Tx,
  claim: Claim,
): Promise<DescribedClaim> {
  const focus = claim.diagnosis ? focusOn(claim.diagnosis, claim) : null;
  const machine = claim.diagnosis ? topReason(claim.diagnosis, focus) : null;
  const payment = claim.payment ? await readPayment(database, claim.payment) : null;
  const lines = payment ? await readLines(database, payment.id) : [];
  return {
    claim,
    focus,
    reason: claim.correction ?? machine,
    lines: lines.map(({ purpose, state, finalHash }) => ({ purpose, state, hash: finalHash })),
    stopped: payment?.stopped ?? null,
  };
}
