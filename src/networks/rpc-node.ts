import type { UnreadWhy } from './reading.ts';

/** One question of JSON-RPC. */
export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** The node's answer to one question: its value as parsed, or its own refusal. */
export type RpcResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: number; readonly message: string };

/** What became of one round trip. Results are in the order of the calls. */
export type RpcAnswer =
  | { readonly ok: true; readonly results: readonly RpcResult[]; readonly atMs: number }
  | { readonly ok: false; readonly why: UnreadWhy; readonly detail: string };

/**
 * A node of our own. `ask` is one round trip: it checks the chain id along with the calls, keeps a
 * time and a size, and never throws.
 */
export interface RpcNode {
  /** Scheme, host and port: fit for logs, without the path or credentials that a URL may carry. */
  readonly name: string;
  /** Whether it is on this machine. */
  readonly local: boolean;
  ask(calls: readonly RpcCall[]): Promise<RpcAnswer>;
}
