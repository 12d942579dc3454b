import type { Network } from './network.ts';
import type { RpcNode } from './rpc-node.ts';

/** The nodes that are asked about one network, and how many of them must say the same. */
export interface NodeSet {
  readonly network: Network;
  readonly nodes: readonly RpcNode[];
  readonly agreeMin: number;
  /** A node whose newest block is older than this is taken for stuck. Unset: not judged by time. */
  readonly headAgeMaxMs?: number;
}
