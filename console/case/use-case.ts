import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, valueFrom } from '../api/client.ts';
import { followStream } from '../live/stream.ts';
import { usePreferences } from '../preferences/preferences.ts';
import type { CasePageData } from './case.ts';

/** Reads one case in the reader's language, anew whenever the desk hears that it changed. */
export function useCase(number: string) {
  const { language } = usePreferences();
  return useQuery({
    queryKey: ['case', number, language],
    queryFn: (): Promise<CasePageData> => valueFrom(api().readCasePage({ number })),
    staleTime: 2_000,
  });
}

/** Somebody who has this case open as well. */
export interface Visitor {
  readonly staff: string;
  readonly name: string;
  /** What they are writing at, such as `reject`; null while they read. */
  readonly editing: string | null;
}

/**
 * Being connected to a case's own line is being there: colleagues see it, and one sees them. `changed`
 * is called whenever the case has moved on.
 */
export function usePresence(
  number: string,
  me: string | undefined,
  changed: () => void,
): readonly Visitor[] {
  const [visitors, setVisitors] = useState<readonly Visitor[]>([]);
  const told = useRef(changed);
  told.current = changed;
  useEffect(() => {
    const path = `/v1/desk/cases/${encodeURIComponent(number)}/events`;
    return followStream(path, {
      onEvent: (name, data) => {
        const said = read(data);
        if (name === 'case') told.current();
        const here = said['here'];
        if (Array.isArray(here)) setVisitors(here.flatMap(visitorOf));
      },
      onLive: (again) => {
        if (again) told.current();
      },
      onCut: () => setVisitors([]),
    });
  }, [number]);
  return visitors.filter(({ staff }) => staff !== me);
}

/** Tells colleagues what one is writing at; a courtesy, so nothing waits for it. */
export function useEditing(number: string, editing: string | null): void {
  useEffect(() => {
    if (editing === null) return;
    const tell = (what: string | null) =>
      void api().sayPresence({ number, body: { editing: what } });
    tell(editing);
    return () => tell(null);
  }, [number, editing]);
}

function read(data: string): Record<string, unknown> {
  try {
    return JSON.parse(data) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function visitorOf(value: unknown): Visitor[] {
  const one = value as Partial<Record<keyof Visitor, unknown>> | null;
  if (typeof one?.staff !== 'string') return [];
  return [
    {
      staff: one.staff,
      name: typeof one.name === 'string' ? one.name : one.staff,
      editing: typeof one.editing === 'string' ? one.editing : null,
    },
  ];
}
