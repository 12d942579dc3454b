import type { Answer } from '../../client/transport.ts';
import { transport, valueFrom } from './client.ts';
import type { WorklistAnswer, WorklistSearch } from './shapes.ts';

/** Asks a path that answers with JSON. */
export function ask<T>(
  method: string,
  path: string,
  more: {
    readonly query?: Readonly<Record<string, string | undefined>>;
    readonly body?: unknown;
  } = {},
): Promise<T> {
  return valueFrom(transport().send<T>({ method, path, ...more }) as Promise<Answer<T>>);
}

/** A page of the worklist. */
export function readWorklist(search: WorklistSearch, cursor?: string): Promise<WorklistAnswer> {
  const { view, turn, state, q, sort } = search;
  return ask('GET', '/v1/desk/worklist', {
    query: { view, turn, state, q: q || undefined, sort, cursor, limit: '200' },
  });
}

/** The counts beside the rail's places, from the shortest page there is. */
export const columnsQuery = {
  queryKey: ['worklist', 'columns'],
  queryFn: async () => {
    const answer = await ask<WorklistAnswer>('GET', '/v1/desk/worklist', {
      query: { view: 'mine', limit: '1' },
    });
    return answer.columns;
  },
  staleTime: 10_000,
  refetchInterval: 60_000,
} as const;
