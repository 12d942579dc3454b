import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, valueFrom } from '../api/client.ts';

/** Who is signed in, what they may, and until when. */
export interface StaffSession {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Names of actions, as in docs/reference/roles.md. */
  readonly permitted: readonly string[];
  /** When it ends whatever happens. */
  readonly endsAt: string;
  /** When it ends unless it is used. */
  readonly idleUntil: string | null;
  readonly factorFreshUntil: string | null;
}

/** The query of the session: everything else waits for it. */
export const sessionQuery = {
  queryKey: ['session'],
  queryFn: async (): Promise<StaffSession> => sessionOf(await valueFrom(api().readSession())),
  retry: false,
  staleTime: 30_000,
} as const;

/** What the answer says, with what an older server leaves out filled in. */
function sessionOf(answer: object): StaffSession {
  const said = answer as Partial<StaffSession>;
  return {
    id: said.id ?? '',
    name: said.name ?? said.id ?? '',
    roles: said.roles ?? [],
    permitted: said.permitted ?? [],
    endsAt: said.endsAt ?? '',
    idleUntil: said.idleUntil ?? null,
    factorFreshUntil: said.factorFreshUntil ?? null,
  };
}

/** Who is signed in, for pages behind the log-in. */
export function useSession(): StaffSession | undefined {
  return useQuery(sessionQuery).data;
}

/** Whether one may, by the same table of actions as server and command line. */
export function useMay(): (action: string) => boolean {
  const session = useSession();
  return useMemo(() => {
    const permitted = new Set(session?.permitted);
    return (action) => permitted.has(action);
  }, [session]);
}
