import type { Amount } from '../../money/index.ts';
import { invariant } from '../../std/index.ts';

/** Throws when an amount is booked at an address of another network than its asset's. */
export function assertOnNetwork(network: string, amount: Amount): void {
  invariant(
    amount.asset.startsWith(`${network}/`),
    `${amount.asset} does not lie at an address of ${network}`,
  );
}

/** Throws unless the amount is of the network's own coin, which is what gas is paid in. */
export function assertNative(network: string, amount: Amount): void {
  invariant(amount.asset === `${network}/native`, `${amount.asset} pays no gas on ${network}`);
}
