import { approvalsOf } from '../access/index.ts';
import { describePlan, type Plan } from '../custody/index.ts';
import type { Database } from '../db/index.ts';
import { describeCreditPlan, type PaymentLine, readLines } from '../payments/index.ts';
import {
  approvalsMin,
  type Claim,
  type DescribedClaim,
  type PlanSimulation,
} from '../recovery/index.ts';
import { type PlanCheck, planChecks } from './plan-checks.ts';
import { type StaffName, staffNames } from './staff-names.ts';
import type { Language } from './what-words.ts';

/** The plan that waits, or is being paid: as it is signed, in words, and what is known of it. */
export interface CasePlan {
  readonly digest: string;
  readonly kind: 'return' | 'credit' | 'compensate';
  readonly expiresAt: string;
  readonly requester: string;
  /** Null where Kaeru asked, on the customer's choice. */
  readonly requesterName: string | null;
  /** The plan as it is signed. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly heading: string;
  /** Every line in words, decoded from the bytes that would be signed. */
  readonly lines: readonly string[];
  readonly moves: readonly PlanMove[];
  readonly approvals: readonly GivenApproval[];
  readonly rejections: readonly {
    readonly staff: string;
    readonly name: string;
    readonly at: Date;
    readonly reason: string;
  }[];
  readonly needed: number;
  readonly simulation: PlanSimulation | null;
  readonly checks: readonly PlanCheck[];
  /** The most that the lines may cost in the network's coin; null for a credit. */
  readonly gasWeiMax: bigint | null;
}

/** One line of the plan, and how far it has come. */
export interface PlanMove {
  readonly purpose: 'gas' | 'return' | 'sweep';
  readonly from: string;
  readonly to: string;
  readonly units: bigint;
  readonly asset: string;
  readonly symbol: string;
  readonly decimals: number;
  readonly feeWeiMax: bigint;
  readonly state: PaymentLine['state'] | null;
}

/** A yes that was given to the plan, by whom, when and with which key. */
export interface GivenApproval {
  readonly staff: string;
  readonly name: string;
  readonly at: Date;
  readonly kind: 'passkey' | 'ed25519';
  readonly key: string;
  /** The digests that it was given to together: approvals of different sets do not add up. */
  readonly together: readonly string[];
}

/** Null while there is none. */
export async function casePlan(
  database: Database,
  described: Pick<DescribedClaim, 'claim' | 'focus'>,
  language: Language,
): Promise<CasePlan | null> {
  const { claim } = described;
  if (!claim.plan || !claim.planDigest) return null;
  const { kind, plan } = claim.plan;
  const [decisions, lines] = await Promise.all([
    approvalsOf(database, claim.planDigest),
    claim.payment ? readLines(database, claim.payment) : [],
  ]);
  const names = await staffNames(database, [
    plan.requester,
    ...decisions.approvals.map((one) => one.approver),
    ...decisions.rejections.map((one) => one.approver),
  ]);
  return {
    digest: claim.planDigest,
    kind,
    expiresAt: plan.expiresAt,
    requester: plan.requester,
    requesterName: names.get(plan.requester)?.name ?? null,
    raw: { ...plan },
    ...wordsOf(described, claim.plan, language),
    moves: kind === 'return' ? movesOf(plan, lines) : [],
    ...decidedOf(decisions, names),
    needed: approvalsMin,
    simulation: (claim.plan.kind === 'return' && claim.plan.simulation) || null,
    checks: planChecks(described, language),
    gasWeiMax:
      kind === 'return' ? plan.lines.reduce((sum, line) => sum + BigInt(line.feeWeiMax), 0n) : null,
  };
}

function wordsOf(
  { claim, focus }: Pick<DescribedClaim, 'claim' | 'focus'>,
  { kind, plan }: NonNullable<Claim['plan']>,
  language: Language,
): Pick<CasePlan, 'heading' | 'lines'> {
  if (kind === 'return') return describePlan(plan, language);
  const { symbol, decimals } = focus?.transfer ?? {};
  const asset = { symbol: symbol ?? '', decimals: decimals ?? 0 };
  return { heading: claim.number, lines: [describeCreditPlan(plan, asset, language)] };
}

function movesOf(plan: Plan, lines: readonly PaymentLine[]): PlanMove[] {
  return plan.lines.map((line, index) => ({
    purpose: line.purpose,
    from: line.from,
    to: line.shows.recipient,
    units: BigInt(line.shows.amount),
    asset: line.shows.asset,
    symbol: line.shows.symbol,
    decimals: line.shows.decimals,
    feeWeiMax: BigInt(line.feeWeiMax),
    state: lines.find((one) => one.index === index)?.state ?? null,
  }));
}

function decidedOf(
  { approvals, rejections }: Awaited<ReturnType<typeof approvalsOf>>,
  names: ReadonlyMap<string, StaffName>,
): Pick<CasePlan, 'approvals' | 'rejections'> {
  const nameOf = (id: string) => names.get(id)?.name ?? id;
  return {
    approvals: approvals.map(({ approver, signature, at }) => ({
      staff: approver,
      name: nameOf(approver),
      at,
      kind: signature.kind,
      key: signature.key,
      together: setOf(signature['cluster']),
    })),
    rejections: rejections.map(({ approver, reason, at }) => ({
      staff: approver,
      name: nameOf(approver),
      at,
      reason,
    })),
  };
}

function setOf(cluster: unknown): readonly string[] {
  return Array.isArray(cluster) ? cluster.map(String) : [];
}
