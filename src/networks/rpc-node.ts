import { done, type Outcome, refuse } from '../std/index.ts';
import type { UnreadWhy } from './reading.ts';
import { postRpc } from './rpc-post.ts';

/** One question of JSON-RPC. */
export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** The node's answer to one question: its value as parsed, or its own refusal. */
export type RpcResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: number; readonly message: string; readonly data?: string };

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

/** What one round trip may take. */
export interface RpcLimits {
  readonly timeoutMs: number;
  readonly bytesMax: number;
  /** Calls in one batch; more are sent as batches side by side. */
  readonly callsMax: number;
}

/** geth closes a batch at 25 MB and 1,000 calls, and gives a trace 5 s; others allow less. */
export const rpcLimits: RpcLimits = { timeoutMs: 10_000, bytesMax: 16_000_000, callsMax: 100 };

/** Calls sent side by side to a node that takes no batches. */
const singlesAtOnce = 16;

interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

type Failed = { readonly ok: false; readonly why: UnreadWhy; readonly detail: string };
type Wire = { readonly ok: true; readonly results: readonly RpcResult[] } | Failed;

/**
 * A node at `url` that must serve `chainId`. Credentials in the URL are sent as a header and appear
 * in no name and no error. Redirects are not followed: the node is the one that was configured.
 */
export function rpcNode(
  url: string,
  chainId: number,
  limits: RpcLimits = rpcLimits,
): Outcome<RpcNode, 'node_url_malformed'> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    return refuse('node_url_malformed', { given: parsed ? parsed.protocol : 'not a URL' });
  }
  const target = targetOf(parsed);
  let takesBatches = true;

  async function round(calls: readonly RpcCall[]): Promise<Wire> {
    if (takesBatches) {
      const batch = await askBatch(target, calls, limits);
      if (batch !== 'no_batches') return batch;
      takesBatches = false;
    }
    return await askSingly(target, calls, limits);
  }

  async function ask(calls: readonly RpcCall[]): Promise<RpcAnswer> {
    const size = limits.callsMax - 1;
    const parts = Array.from({ length: Math.max(1, Math.ceil(calls.length / size)) }, (_, index) =>
      calls.slice(index * size, (index + 1) * size),
    );
    const answers = await Promise.all(
      parts.map(async (part) => checked(target, chainId, await round([askChainId, ...part]))),
    );
    const failed = answers.find((answer) => !answer.ok);
    if (failed) return failed;
    const results = answers.flatMap((answer) => (answer.ok ? answer.results : []));
    return { ok: true, results, atMs: Date.now() };
  }

  return done({ name: target.name, local: isLocal(parsed), ask });
}

const askChainId: RpcCall = { method: 'eth_chainId', params: [] };

function targetOf(url: URL): Target {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (url.username || url.password) {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return { name: `${url.protocol}//${url.host}`, url: bare.href, headers };
}

function isLocal(url: URL): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}

/** Takes the chain id off the front of the results, or says why the rest must not be used. */
function checked(target: Target, chainId: number, wire: Wire): Wire {
  if (!wire.ok) return wire;
  const [first, ...results] = wire.results;
  if (!first?.ok) {
    return failed(target, 'rpc_error', `refused to say its chain id: ${first?.message ?? ''}`);
  }
  const said = String(first.value).slice(0, 30);
  if (!/^0x[0-9a-f]{1,16}$/i.test(said)) {
    return failed(target, 'malformed', 'gave a chain id that is not a number');
  }
  if (BigInt(said) !== BigInt(chainId)) {
    return failed(target, 'wrong_chain', `serves chain ${BigInt(said)}, not ${chainId}`);
  }
  return { ok: true, results };
}

function failed(target: Target, why: UnreadWhy, what: string): Failed {
  return { ok: false, why, detail: `${target.name} ${what}` };
}

async function askBatch(
  target: Target,
  calls: readonly RpcCall[],
  limits: RpcLimits,
): Promise<Wire | 'no_batches'> {
  const body = calls.map((call, id) => ({ jsonrpc: '2.0', id, ...call }));
  const posted = await postRpc(target, body, limits);
  // A single object in answer to a list, or a client error, is how nodes say that they take none.
  if (!posted.ok && posted.refused) return 'no_batches';
  if (!posted.ok) return posted;
  if (!Array.isArray(posted.value)) return 'no_batches';
  const byId = new Map<unknown, unknown>();
  for (const item of posted.value) byId.set((item as { id?: unknown } | null)?.id, item);
  const results = calls.map((_, id) => resultOf(byId.get(id)));
  if (byId.size !== posted.value.length || results.some((result) => result === null)) {
    return failed(target, 'malformed', 'answered a batch with other than one answer a call');
  }
  return { ok: true, results: results as RpcResult[] };
}

async function askSingly(
  target: Target,
  calls: readonly RpcCall[],
  limits: RpcLimits,
): Promise<Wire> {
  const results: RpcResult[] = [];
  for (let from = 0; from < calls.length; from += singlesAtOnce) {
    const wave = await Promise.all(
      calls.slice(from, from + singlesAtOnce).map(async (call) => {
        const posted = await postRpc(target, { jsonrpc: '2.0', id: 0, ...call }, limits);
        if (!posted.ok) return posted;
        return resultOf(posted.value) ?? failed(target, 'malformed', 'gave no result and no error');
      }),
    );
    for (const answer of wave) {
      if ('why' in answer) return answer;
      results.push(answer);
    }
  }
  return { ok: true, results };
}

/** One item of an answer; null when it is not the shape that JSON-RPC 2.0 asks for. */
function resultOf(item: unknown): RpcResult | null {
  if (typeof item !== 'object' || item === null) return null;
  const { result, error } = item as { result?: unknown; error?: unknown };
  if (typeof error === 'object' && error !== null) {
    const { code, message, data } = error as { code?: unknown; message?: unknown; data?: unknown };
    return {
      ok: false,
      code: typeof code === 'number' ? code : 0,
      message: typeof message === 'string' ? message.slice(0, 500) : 'no message',
      ...(typeof data === 'string' ? { data: data.slice(0, 20_000) } : {}),
    };
  }
  return result === undefined ? null : { ok: true, value: result };
}
