import { useQuery } from '@tanstack/react-query';
import { transport } from '../api/client.ts';

/** Somebody of the demo's staff, with all it takes to sign in as them. */
export interface DemoStaff {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly password: string;
  /** The one-time code of this moment. */
  readonly code: string;
}

/** The demo's staff; null where this is not the demo. */
export const demoQuery = {
  queryKey: ['demo'],
  queryFn: async (): Promise<readonly DemoStaff[] | null> => {
    const answer = await transport().send<{ readonly staff: readonly DemoStaff[] }>({
      method: 'GET',
      path: '/demo/staff',
    });
    return answer.ok ? answer.value.staff : null;
  },
  retry: false,
  staleTime: 20_000,
} as const;

/** Whether this is the demo world, which every page says. */
export function useDemo(): boolean {
  return Boolean(useQuery(demoQuery).data);
}
