import type { NetworkId } from '../networks/index.ts';
import type { Claim } from './claim.ts';
import type { Diagnosis, TransferDiagnosis } from './diagnosis/index.ts';

/** The transfer that a claim is about, with the network it was found on. */
export interface Focus extends TransferDiagnosis {
  readonly network: NetworkId;
}

/**
 * Which transfer of the transaction does this customer mean? The one that the claim is about already;
 * else one at their own address, else one at an address of the exchange, else the first there is.
 * The larger asset amount does not matter: amounts of different assets don't compare.
 */
export function focusOn(diagnosis: Diagnosis, claim: Claim): Focus | null {
  const all = diagnosis.found.flatMap(({ network, transfers }) =>
    transfers.map((one) => ({ ...one, network })),
  );
  const named = all.find((one) => one.key !== null && one.key === claim.transferKey);
  if (named) return named;
  const own = all.find((one) => one.owner === claim.customer);
  return own ?? all.find((one) => one.ours === true) ?? all[0] ?? null;
}
