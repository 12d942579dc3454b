import {
  type NodeSet,
  type NodeSetOptions,
  networkById,
  networkIdOf,
  nodeSet,
} from '../src/networks/index.ts';

/** Limits that make a test of a silent or a huge node short. */
const limits = { timeoutMs: 1_000, bytesMax: 1_000_000, callsMax: 100 };

/** The node set of a test: the network with this chain id, asked at these URLs. */
export function testNodeSet(
  urls: readonly string[],
  options: Pick<NodeSetOptions, 'agreeMin'> & { readonly chainId?: number } = {},
): NodeSet {
  const { chainId = 1, ...rest } = options;
  const made = nodeSet(networkById(networkIdOf(chainId)), urls, { limits, ...rest });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}
