import { type ChainRow, chainRows } from './chains.gen.ts';
import { chainIdOf, isNetworkId, type Network, type NetworkId, networkIdOf } from './network.ts';
import { edition, entries, type NetworkEntry, unlisted } from './registry.data.ts';

/** The registry: `networks` in the order of their chain ids, and which edition of the data it is. */
export const networkRegistry: {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly networks: readonly Network[];
} = { ...edition, networks: entries.map(fromEntry) };

const byName = new Map(networkRegistry.networks.map((network) => [network.name, network]));
const byId = new Map(networkRegistry.networks.map((network) => [network.id, network]));

/**
 * The network of a registry name or of `evm:<chainId>`; null when the name is unknown. An id without
 * an entry is answered too, with the cautious rules for such networks.
 *
 * @example
 * networkByName('ethereum') // the entry of chain id 1
 * networkByName('evm:61')   // no entry: { name: 'evm:61', listed: false, … }
 */
export function networkByName(name: string): Network | null {
  const listed = byName.get(name.toLowerCase());
  if (listed) return listed;
  return isNetworkId(name) ? networkById(name) : null;
}

/** The network with this id, from its entry or, without one, by the rules for unlisted networks. */
export function networkById(id: NetworkId): Network {
  return byId.get(id) ?? unlistedNetwork(chainIdOf(id));
}

function fromEntry(entry: NetworkEntry): Network {
  const known = chainRows[entry.chainId];
  return {
    ...networkOf(entry.chainId, entry.name, known),
    label: { ja: entry.ja, en: known?.[0] ?? entry.name },
    confirmationsMin: entry.confirmationsMin,
    finality: entry.finality,
    fees: entry.fees,
    nativeEcho: entry.nativeEcho ?? null,
    listed: true,
  };
}

function unlistedNetwork(chainId: number): Network {
  const known = chainRows[chainId];
  const id = networkIdOf(chainId);
  const label = known?.[0] ?? id;
  return {
    ...networkOf(chainId, id, known),
    label: { ja: known ? label : `EVMネットワーク ${chainId}`, en: label },
    ...unlisted,
    nativeEcho: null,
    listed: false,
  };
}

/** What viem's list says of a chain; a chain it does not know has a coin without a name. */
function networkOf(chainId: number, name: string, known: ChainRow | undefined) {
  const [, symbol = 'COIN', decimals = 18, flags = ''] = known ?? [];
  return {
    id: networkIdOf(chainId),
    chainId,
    name,
    native: { symbol, decimals },
    layer2: flags.includes('o') ? ('op-stack' as const) : null,
    testnet: flags.includes('t'),
  };
}
