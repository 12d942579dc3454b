import type { Measure, SentPlan } from '../plan/index.ts';
import type { CasePageData, CasePlan } from './case.ts';

/** What the case page knows of a case, to lay its plan beside. */
export function measureOf(page: CasePageData, language: 'ja' | 'en', now: Date): Measure {
  const { claim } = page;
  const { found, choice, destination } = claim;
  return {
    caseNumber: page.case.number,
    transferKey: claim.transferKey,
    found: found && {
      asset: found.amount.asset,
      units: found.amount.units,
      symbol: found.amount.symbol,
      decimals: found.amount.decimals,
      from: found.from,
      to: found.to,
    },
    choice: choice && { option: choice.option, units: choice.units },
    destination: destination && { address: destination.address, proof: destination.provenBy },
    feeUnits: keptFeeOf(page),
    customer: null,
    language,
    now,
  };
}

/** What is kept of the found amount as the fee, by the quote that the customer accepted. */
function keptFeeOf({ claim }: CasePageData): string | null {
  if (claim.choice?.option === 'compensate') return '0';
  const option = claim.quote?.options.find(({ kind }) => kind === claim.choice?.option);
  if (!option) return null;
  return option.fee?.inKind ? option.fee.total.units : '0';
}

/** A plan as it was sent, with the server's words of it. */
export function sentPlanOf(plan: CasePlan): SentPlan {
  const { kind, raw, digest, requester, expiresAt, heading, lines } = plan;
  return { kind, raw, digest, requester, expiresAt, heading, lines };
}
