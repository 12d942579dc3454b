import type { NetworkId, TxHash } from '../networks/index.ts';
import type { Chains } from '../payments/index.ts';
import type { Diagnosis, Facts } from './diagnosis/index.ts';
import type { Focus } from './focus-on.ts';

/** A transaction as it was last read, for whoever wants to look it up. */
export interface Evidence {
  readonly network: NetworkId;
  readonly hash: TxHash;
  readonly blockNumber: bigint | null;
  readonly blockHash: TxHash | null;
  readonly blockTime: Date | null;
  readonly confirmations: number;
  /** What the network needs before it counts as confirmed. */
  readonly confirmationsMin: number;
  readonly final: boolean;
  /** How many nodes were asked, and how many of them at least said the same. */
  readonly nodes: number;
  readonly agreeMin: number;
  readonly readAt: Date;
  /** The networks by which the exchange takes an asset of this symbol; empty: none. */
  readonly takenOn: readonly NetworkId[];
}

/** What the answer stands on, of the network that the claim is about. Null while nothing was found. */
export function evidenceOf(
  chains: Chains,
  facts: Facts,
  diagnosis: Diagnosis,
  focus: Focus | null,
): Evidence | null {
  const network = focus?.network ?? diagnosis.found[0]?.network;
  const place = facts.networks.find((one) => one.network === network);
  if (place?.reading.status !== 'found') return null;
  const { transaction } = place.reading;
  const { blockNumber, blockHash, blockTime, confirmations, final } = transaction;
  const nodes = chains.of(place.network);
  return {
    network: place.network,
    hash: transaction.hash,
    ...{ blockNumber, blockHash, blockTime, confirmations, final },
    confirmationsMin: place.confirmationsMin,
    nodes: nodes?.nodes.length ?? 1,
    agreeMin: nodes?.agreeMin ?? 1,
    readAt: facts.asOf,
    takenOn: takenOn(facts, focus),
  };
}

function takenOn(facts: Facts, focus: Focus | null): NetworkId[] {
  const symbol = focus?.transfer.symbol ?? null;
  if (!facts.assets.read || symbol === null) return [];
  const same = facts.assets.entries.filter((asset) => asset.symbol === symbol);
  return [...new Set(same.map((asset) => asset.network))];
}
