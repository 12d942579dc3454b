import {
  checkPlan,
  type Measure,
  type ReturnPlan,
  type SentPlan,
} from '../../console/plan/index.ts';
import { describePlan, planDigest } from '../../signer/intent/index.ts';
import vectors from '../../signer/intent/vectors.json' with { type: 'json' };
import { creditPlanDigest, describeCreditPlan } from '../../src/payments/index.ts';

export type Json = Readonly<Record<string, unknown>>;

const plans = vectors.plans.map(({ plan }) => plan as unknown as ReturnPlan);
export const first = plans[0] as ReturnPlan;

export const credit = {
  version: 1,
  id: '0b5c1d0e-6f5a-4f0e-9d5e-2f6b6f1f9a09',
  caseNumber: 'R-26-000009',
  requester: 'staff-hana',
  transferKey: `evm:1/0x${'ab'.repeat(32)}/log:0`,
  customer: 'customer-7',
  asset: `evm:1/token:0x${'22'.repeat(20)}`,
  units: '495000000',
  feeUnits: '5000000',
  expiresAt: '2026-12-01T00:00:00.000Z',
} as const;

const now = new Date('2026-11-22T05:22:00Z');

/** What the case page knows of the first plan of the vectors. */
export const measure: Measure = {
  caseNumber: first.caseNumber,
  transferKey: first.transferKey,
  found: {
    asset: 'evm:61/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599',
    units: '500000000',
    symbol: 'WBTC',
    decimals: 8,
    from: `0x${'C5'.repeat(20)}`,
    to: `0x${'D1'.repeat(20)}`,
  },
  choice: { option: 'return_to_source', units: '495000000' },
  destination: { address: `0x${'C5'.repeat(20)}`, proof: 'signature' },
  feeUnits: '5000000',
  customer: null,
  language: 'en',
  now,
};

export const creditMeasure: Measure = {
  ...measure,
  caseNumber: credit.caseNumber,
  transferKey: credit.transferKey,
  found: { ...(measure.found as NonNullable<Measure['found']>), asset: credit.asset },
  choice: { option: 'credit', units: '495000000' },
  destination: null,
  customer: 'customer-7',
};

export function sentReturn(plan: ReturnPlan): SentPlan {
  const words = describePlan(plan as never, 'en');
  const { requester, expiresAt } = plan;
  return {
    kind: 'return',
    raw: plan,
    digest: planDigest(plan as never),
    requester,
    expiresAt,
    ...words,
  };
}

export function sentCredit(plan: typeof credit): SentPlan {
  return {
    kind: 'credit',
    raw: plan,
    digest: creditPlanDigest(plan as never),
    requester: plan.requester,
    expiresAt: plan.expiresAt,
    heading: plan.caseNumber,
    lines: [describeCreditPlan(plan as never, { symbol: 'WBTC', decimals: 8 }, 'en')],
  };
}

export const failing = (sent: SentPlan, by = measure) => {
  const checked = checkPlan(sent, by);
  return checked.read
    ? checked.checks.filter(({ ok }) => !ok).map(({ code }) => code)
    : [checked.field];
};

export function leavesOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...at, name]));
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((one, name) => (one as Json)[name], value);
}

export function alter<T>(value: T, path: readonly string[], to: unknown): T {
  const copy = structuredClone(value) as Record<string, unknown>;
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  parent[path.at(-1) as string] = to;
  return copy as T;
}

/** Another value that is as well formed as the one before. */
export function other(path: readonly string[], value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (path.at(-1) === 'purpose') return text === 'return' ? 'sweep' : 'return';
  if (path.at(-1) === 'expiresAt') return '2026-12-02T00:00:00.000Z';
  if (text === '0x') return '0x00';
  const last = text.at(-1);
  return text.slice(0, -1) + (last === '1' ? '2' : '1');
}
