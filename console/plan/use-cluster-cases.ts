import { useQueries, useQuery } from '@tanstack/react-query';
import { api, valueFrom } from '../api/client.ts';
import { readWorklist } from '../api/queries.ts';
import type { CasePageData } from '../case/case.ts';
import { measureOf, sentPlanOf } from '../case/measure-case.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { checkPlan } from './check-plan.ts';
import type { CheckedPlan } from './measure.ts';

/** A case of the cluster with its plan, read and compared here. */
export interface ClusterCase {
  readonly page: CasePageData;
  readonly checked: CheckedPlan;
  /** Why the reader may not approve this one, by the case itself. */
  readonly why: string | null;
}

const pagesMax = 25;

/** The numbers of the cluster's cases that wait for approval. */
async function numbersOf(cluster: string): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await readWorklist({ view: 'all', state: 'approving' }, cursor);
    for (const row of answer.rows) if (row.cluster === cluster) found.push(row.number);
    if (!answer.cursor) return found;
    cursor = answer.cursor;
  }
  return found;
}

/** Every case of a cluster that waits for approval, its plan read and compared here. */
export function useClusterCases(cluster: string): {
  readonly rows: readonly ClusterCase[];
  readonly loading: boolean;
} {
  const { language } = usePreferences();
  const numbers = useQuery({
    queryKey: ['worklist', 'cluster', cluster],
    queryFn: () => numbersOf(cluster),
    staleTime: 0,
  });
  const pages = useQueries({
    queries: (numbers.data ?? []).map((number) => ({
      queryKey: ['case', number, language],
      queryFn: (): Promise<CasePageData> => valueFrom(api().readCasePage({ number })),
      staleTime: 0,
    })),
  });
  const now = new Date();
  const rows = pages.flatMap(({ data: page }) => {
    if (!page?.plan) return [];
    const checked = checkPlan(sentPlanOf(page.plan), measureOf(page, language, now));
    const act = page.acts.find((one) => one.act === 'approve');
    return [{ page, checked, why: act?.permitted ? null : (act?.why ?? page.next.why ?? '') }];
  });
  return { rows, loading: numbers.isPending || pages.some(({ isPending }) => isPending) };
}
