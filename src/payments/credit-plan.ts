import { createHash } from 'node:crypto';
import { formatUnits } from '../money/index.ts';
import { canonicalJson } from '../std/index.ts';
import type { CreditPlan } from './payment.ts';

/** What the approvers of a credit sign: SHA-256 of its domain and canonical text, in hex. */
export function creditPlanDigest(plan: CreditPlan): string {
  return createHash('sha256')
    .update('kaeru:credit:1\n')
    .update(canonicalJson({ ...plan }))
    .digest('hex');
}

/** The plan in a sentence, for the approvers. `asset` prints the amount. */
export function describeCreditPlan(
  plan: CreditPlan,
  asset: { readonly symbol: string; readonly decimals: number },
  language: 'ja' | 'en',
): string {
  const amount = `${formatUnits(BigInt(plan.units), asset.decimals)} ${asset.symbol}`;
  return language === 'ja'
    ? `${plan.customer} の残高に ${amount} を入れます。`
    : `Credit ${amount} to the balance of ${plan.customer}.`;
}
