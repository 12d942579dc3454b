import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setConnection } from './connection.ts';
import { followStream } from './stream.ts';

/** Holds the desk's line for as long as somebody is signed in, and reads again what changed. */
export function useDeskLine(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    setConnection('connecting');
    const stop = followStream('/v1/desk/events', {
      onLive: (again) => {
        setConnection('live');
        // What happened while the line was cut is unknown: everything is read anew.
        if (again) void queries.invalidateQueries();
      },
      onCut: () => setConnection('cut'),
      onEvent: (name, data) => {
        setConnection('live');
        if (name === 'change') void queries.invalidateQueries({ queryKey: ['worklist'] });
        const number = name === 'change' ? numberOf(data) : null;
        if (number) void queries.invalidateQueries({ queryKey: ['case', number] });
      },
    });
    const offline = () => setConnection('cut');
    addEventListener('offline', offline);
    return () => {
      stop();
      removeEventListener('offline', offline);
    };
  }, [signedIn, queries]);
}

function numberOf(data: string): string | null {
  try {
    const said = JSON.parse(data) as { readonly number?: unknown };
    return typeof said.number === 'string' ? said.number : null;
  } catch {
    return null;
  }
}
