import type { NetworkId } from '../networks/index.ts';
import type { Claim } from './claim.ts';
import type { Diagnosis, TransferDiagnosis } from './diagnosis/index.ts';

/** The transfer that a claim is about, with the network it was found on. */
export interface Focus extends TransferDiagnosis {
  readonly network: NetworkId;
}

/**
 * Which transfer of the transaction does this customer mean? The one that the claim is about already;
 * else one at their own address, first one that something can be done about; else one at an address of
 * the exchange, else the first there is. Which is larger does not matter: amounts of different assets
 * don't compare. What else of it is theirs gets a claim of its own (file-siblings.ts).
 */
export function focusOn(diagnosis: Diagnosis, claim: Claim): Focus | null {
  const all = transfersOf(diagnosis);
  const named = all.find((one) => one.key !== null && one.key === claim.transferKey);
  if (named) return named;
  const own = all.filter((one) => one.owner === claim.customer);
  return own.find(isOpen) ?? own[0] ?? all.find((one) => one.ours === true) ?? all[0] ?? null;
}

/** The transfers beside the focus that arrived at this customer's own addresses and are still open. */
export function siblingsOf(diagnosis: Diagnosis, claim: Claim, focus: Focus | null): Focus[] {
  return transfersOf(diagnosis).filter(
    (one) =>
      one.key !== null && one.key !== focus?.key && one.owner === claim.customer && isOpen(one),
  );
}

function transfersOf(diagnosis: Diagnosis): Focus[] {
  return diagnosis.found.flatMap(({ network, transfers }) =>
    transfers.map((one) => ({ ...one, network })),
  );
}

/** Something can be done about it, now or later; a `wait` is looked at again and may still say no. */
function isOpen({ reasons }: Focus): boolean {
  const outcome = reasons[0]?.outcome;
  return outcome !== undefined && outcome !== 'refuse' && outcome !== 'wait';
}
