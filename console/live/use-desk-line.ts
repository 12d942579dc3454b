import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tellCaseChange } from './changes.ts';
import { setConnection } from './connection.ts';
import { followStream } from './stream.ts';

/** Many cases may change at once; lists are read again no more often than this. */
const gatherMs = 1_000;

/** Holds the desk's line for as long as somebody who may see cases is signed in, and reads again what changed. */
export function useDeskLine(may: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!may) return;
    let timer = 0;
    const readListsAgain = () => {
      clearTimeout(timer);
      timer = window.setTimeout(
        () => void queries.invalidateQueries({ queryKey: ['worklist'] }),
        gatherMs,
      );
    };
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
        const change = name === 'alive' ? null : tellCaseChange(data);
        if (!change) return;
        readListsAgain();
        void queries.invalidateQueries({ queryKey: ['case', change.number] });
      },
    });
    const offline = () => setConnection('cut');
    addEventListener('offline', offline);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('offline', offline);
    };
  }, [queries, may]);
}
