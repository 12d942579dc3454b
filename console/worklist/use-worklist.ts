import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readWorklist } from '../api/queries.ts';
import type { WorklistSearch } from '../api/shapes.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { holdOrder } from './list-order.ts';
import type { WorklistState } from './worklist-state.ts';

/**
 * The list as it was when it was opened, page after page, with what is known now laid over it. Only
 * `renew` changes its order.
 */
export function useWorklist(state: WorklistState) {
  const { language } = usePreferences();
  const [renewals, setRenewals] = useState(0);
  const search = searchOf(state);
  const key = [search, language];
  const pages = useInfiniteQuery({
    queryKey: ['list', renewals, ...key],
    queryFn: ({ pageParam }) => readWorklist(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const latest = useQuery({
    queryKey: ['worklist', 'latest', ...key],
    queryFn: () => readWorklist(search),
    refetchInterval: 60_000,
  });
  const held = useMemo(() => pages.data?.pages.flatMap((page) => page.rows), [pages.data]);
  const now = latest.data;
  const list = useMemo(() => {
    if (!held) return undefined;
    const isWhole = !pages.hasNextPage && (now?.cursor ?? null) === null;
    return now ? holdOrder(held, now.rows, isWhole) : holdOrder(held, held, true);
  }, [held, now, pages.hasNextPage]);
  return {
    list,
    /** Columns and clusters may change in place: nobody points at them to act. */
    around: now ?? pages.data?.pages[0],
    error: pages.isError && !held ? pages.error : null,
    /** Later pages could not be read; what is there stays. */
    moreFailed: pages.isFetchNextPageError,
    /** Since when the list could not be renewed. */
    notRenewedSince: latest.isError && held ? new Date(latest.dataUpdatedAt || Date.now()) : null,
    isLoading: !held && !pages.isError,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    renew: () => setRenewals((count) => count + 1),
    again: () => void pages.refetch(),
  };
}

/** All that the worklist shows and can do. */
export type Worklist = ReturnType<typeof useWorklist>;

function searchOf({ view, turn, state, q, sort }: WorklistState): WorklistSearch {
  return { view: view ?? 'mine', turn, state, q, sort: sort ?? 'due' };
}
