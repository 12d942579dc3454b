import { done, type Outcome, refuse } from '../std/index.ts';
import type { Network } from './network.ts';
import { networkByName } from './registry.ts';
import { type RpcLimits, type RpcNode, rpcNode } from './rpc-node.ts';

/** The nodes that are asked about one network, and how many of them must say the same. */
export interface NodeSet {
  readonly network: Network;
  readonly nodes: readonly RpcNode[];
  readonly agreeMin: number;
  /** A node whose newest block is older than this is taken for stuck. Unset: not judged by time. */
  readonly headAgeMaxMs?: number;
}

/** `agreeMin` is more than half of the nodes unless it is set. */
export interface NodeSetOptions {
  readonly agreeMin?: number;
  readonly headAgeMaxMs?: number;
  readonly limits?: RpcLimits;
}

/** More nodes than this of one network ask for trouble, not for trust. */
const nodesMax = 9;

/** Names of the registry, and `evm:<chainId>`. */
const nameShape = /^[\w:-]{1,40}$/;

/** The nodes of one network, from their URLs. The same URL twice is one node: it has one voice. */
export function nodeSet(
  network: Network,
  given: readonly string[],
  options: NodeSetOptions = {},
): Outcome<NodeSet, 'node_url_malformed' | 'node_count_wrong'> {
  const urls = [...new Set(given.map((url) => (URL.canParse(url) ? new URL(url).href : url)))];
  const agreeMin = options.agreeMin ?? Math.floor(urls.length / 2) + 1;
  const possible = Number.isInteger(agreeMin) && agreeMin >= 1 && agreeMin <= urls.length;
  if (!possible || urls.length > nodesMax) {
    const facts = { nodes: String(urls.length), agreeMin: String(agreeMin) };
    return refuse('node_count_wrong', { network: network.name, ...facts });
  }
  const nodes: RpcNode[] = [];
  for (const url of urls) {
    const node = rpcNode(url, network.chainId, options.limits);
    if (!node.ok) return node;
    nodes.push(node.value);
  }
  const { headAgeMaxMs } = options;
  return done({
    network,
    nodes,
    agreeMin,
    ...(headAgeMaxMs === undefined ? {} : { headAgeMaxMs }),
  });
}

/**
 * Node sets from a command line: `ethereum=http://…`, `evm:61=http://…`; the same network named
 * again adds a node to it. In the order in which the networks are first named.
 */
export function parseNodeSets(
  given: readonly string[],
  options: NodeSetOptions = {},
): Outcome<NodeSet[], 'network_unknown' | 'node_url_malformed' | 'node_count_wrong'> {
  const urls = new Map<Network, string[]>();
  const known = new Map<string, Network>();
  for (const one of given) {
    const at = one.indexOf('=');
    const name = one.slice(0, Math.max(at, 0)).trim();
    // What does not look like a name may be a URL with credentials in it, and is not shown.
    if (!nameShape.test(name)) return refuse('node_url_malformed', { given: 'no name=' });
    const network = networkByName(name);
    if (!network) return refuse('network_unknown', { network: name });
    const key = known.get(network.id) ?? network;
    known.set(network.id, key);
    urls.set(key, [...(urls.get(key) ?? []), one.slice(at + 1).trim()]);
  }
  const sets: NodeSet[] = [];
  for (const [network, of] of urls) {
    const set = nodeSet(network, of, options);
    if (!set.ok) return set;
    sets.push(set.value);
  }
  return done(sets);
}
