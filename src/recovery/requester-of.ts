import type { Claim } from './claim.ts';

/**
 * Who of the house asked for the claim's payment, so that the signer too refuses their approval: who
 * offered the compensation, or put a diagnosis in place of the machine's. Else the customer asked, and
 * Kaeru made the plan.
 */
export function requesterOf(claim: Claim, kaeru: string): string {
  const { choice, correction } = claim;
  return choice?.option === 'compensate' ? choice.by : (correction?.by ?? kaeru);
}

/** Everybody who had a hand in it: a plan names one requester, and there may be two. */
export function isInvolved(claim: Claim, person: string): boolean {
  return person === claim.choice?.by || person === claim.correction?.by;
}
