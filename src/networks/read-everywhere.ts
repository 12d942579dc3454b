import type { TxHash } from './address.ts';
import { type ReadingOptions, readTransaction } from './evm/index.ts';
import type { Network, NetworkId } from './network.ts';
import type { NodeSet } from './node-set.ts';
import type { ChainReading, Sighting } from './reading.ts';

/** What one network says of a transaction. */
export interface NetworkReading {
  readonly network: Network;
  readonly reading: ChainReading;
}

/**
 * Asks every network about one transaction, side by side and in the order of `sets`: people are
 * often wrong about the network, and one hash can be mined on several (a transaction signed without
 * a chain id).
 */
export async function readEverywhere(
  sets: readonly NodeSet[],
  hash: TxHash,
  options: Omit<ReadingOptions, 'seen'> & {
    readonly seen?: (network: NetworkId) => Sighting | undefined;
  } = {},
): Promise<NetworkReading[]> {
  return await Promise.all(
    sets.map(async (set) => {
      const { seen, ...rest } = options;
      const sighting = seen?.(set.network.id);
      const reading = await readTransaction(set, hash, {
        ...rest,
        ...(sighting ? { seen: sighting } : {}),
      });
      return { network: set.network, reading };
    }),
  );
}
