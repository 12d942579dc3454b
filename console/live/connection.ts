import { useSyncExternalStore } from 'react';

/** How the desk's line to the server stands. */
export interface Connection {
  readonly state: 'connecting' | 'live' | 'cut';
  /** Until when what is shown is known to be true: the last time that the line stood. */
  readonly asOf: Date;
}

let connection: Connection = { state: 'connecting', asOf: new Date() };
const listeners = new Set<() => void>();

/** Tells every page how the line stands. */
export function setConnection(state: Connection['state']): void {
  if (connection.state === state && state !== 'live') return;
  const asOf = state === 'cut' ? connection.asOf : new Date();
  connection = { state, asOf };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the line stands, live. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}

/** Whether what is shown may be acted upon where money is concerned. */
export interface Freshness {
  readonly fresh: boolean;
  /** Since when it is not known to be true. */
  readonly asOf: Date;
}

/**
 * Acts on money ask this first: with the line cut, what one sees may no longer be so, and the act is
 * shown disabled with that reason (`live.staleWhy`).
 */
export function useFresh(): Freshness {
  const { state, asOf } = useConnection();
  return { fresh: state === 'live', asOf };
}
