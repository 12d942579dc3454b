import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ProblemDocument } from '../../client/transport.ts';
import { problemOf } from '../api/client.ts';

/** An act on its way: whether it goes on, and how it was refused. */
export interface Sending {
  readonly busy: boolean;
  readonly problem: ProblemDocument | null;
  /** Sends; true when it was taken. A refusal stays in place with what was typed. */
  readonly send: (act: () => Promise<unknown>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Sends an act once, and reads the case again whatever came of it. Nothing is assumed beforehand. */
export function useSending(numbers: readonly string[]): Sending {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const key = numbers.join(' ');
  const send = useCallback(
    async (act: () => Promise<unknown>) => {
      setBusy(true);
      setProblem(null);
      try {
        await act();
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        return false;
      } finally {
        setBusy(false);
        for (const number of key.split(' ')) {
          void queries.invalidateQueries({ queryKey: ['case', number] });
        }
        void queries.invalidateQueries({ queryKey: ['worklist'] });
      }
    },
    [queries, key],
  );
  return { busy, problem, send, forget: useCallback(() => setProblem(null), []) };
}
