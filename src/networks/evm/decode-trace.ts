import type { Address } from '../address.ts';
import type { TransferPath } from '../transfer.ts';
import { addressIn, fieldsOf, quantity } from './hex.ts';

/** Native coins that a contract's call moved. */
export interface InnerMove {
  readonly path: TransferPath;
  readonly from: Address;
  readonly to: Address;
  readonly amount: bigint;
}

/** What the top call of a trace must be for the trace to be this transaction's. */
export interface TopCall {
  readonly from: Address;
  readonly to: Address;
  readonly value: bigint;
}

/** The EVM stops calls at a depth of 1,024. */
const depthMax = 1_024;
/** A block's gas allows far fewer calls; a node that sends more is not to be followed. */
const callsMax = 500_000;

/** Calls that hand their value over. CALLCODE runs in its caller's name and moves nothing. */
const movers = new Set(['CALL', 'CREATE', 'CREATE2', 'SELFDESTRUCT']);

/**
 * The inner moves of a `callTracer` tree, in the order of the calls: `inner:0.2` is the third call
 * of the first call of the transaction. A call that failed moves nothing, nor does any call inside
 * it. Null when the tree is not one of this transaction (some nodes answer unknown hashes with an
 * empty trace) or not well formed.
 */
export function decodeTrace(trace: unknown, top: TopCall): InnerMove[] | null {
  const root = fieldsOf(trace);
  if (!root || !isTop(root, top)) return null;
  if (failed(root)) return [];
  const walk: Walk = { moves: [], calls: 0 };
  return walkCalls(root['calls'], [], walk) ? walk.moves : null;
}

interface Walk {
  readonly moves: InnerMove[];
  calls: number;
}

function isTop(root: Readonly<Record<string, unknown>>, top: TopCall): boolean {
  return (
    addressIn(root['from']) === top.from &&
    addressIn(root['to']) === top.to &&
    (quantity(root['value']) ?? 0n) === top.value
  );
}

function failed(call: Readonly<Record<string, unknown>>): boolean {
  return call['error'] !== undefined && call['error'] !== null && call['error'] !== '';
}

/** Adds the moves of a list of calls; false when something in it is not a call. */
function walkCalls(calls: unknown, path: readonly number[], walk: Walk): boolean {
  if (calls === undefined || calls === null) return true;
  if (!Array.isArray(calls) || path.length >= depthMax) return false;
  walk.calls += calls.length;
  if (walk.calls > callsMax) return false;
  return calls.every((item, index) => {
    const call = fieldsOf(item);
    if (!call || typeof call['type'] !== 'string') return false;
    if (failed(call)) return true;
    const at = [...path, index];
    return addMove(call, call['type'], at, walk) && walkCalls(call['calls'], at, walk);
  });
}

function addMove(
  call: Readonly<Record<string, unknown>>,
  type: string,
  path: readonly number[],
  walk: Walk,
): boolean {
  if (!movers.has(type)) return true;
  const amount = call['value'] === undefined ? 0n : quantity(call['value']);
  if (amount === 0n) return true;
  const from = addressIn(call['from']);
  const to = addressIn(call['to']);
  if (amount === null || from === null || to === null) return false;
  walk.moves.push({ path: `inner:${path.join('.')}`, from, to, amount });
  return true;
}
