import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Address, Amount, Icon, Skeleton } from '../../ui/index.ts';
import { api, valueFrom } from '../api/client.ts';
import { readWorklist } from '../api/queries.ts';
import type { CasePageData } from '../case/case.ts';
import { measureOf, sentPlanOf } from '../case/measure-case.ts';
import { useFresh } from '../live/connection.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { toast } from '../toasts/toasts.tsx';
import { type Say, useWords } from '../words/index.ts';
import { checkPlan } from './check-plan.ts';
import { checksum } from './checksum.ts';
import { decodeLine } from './decode-line.ts';
import { Differences } from './differences.tsx';
import { digestOfAll } from './digest.ts';
import { FreshFactor } from './fresh-factor.tsx';
import type { CheckedPlan } from './measure.ts';
import type { SignWay } from './sign.ts';
import { SignButtons } from './sign-buttons.tsx';
import { DigestBox, SignFrame } from './sign-frame.tsx';
import { useSigning } from './use-signing.ts';

/** A case of the cluster with its plan, read and compared here. */
interface Row {
  readonly page: CasePageData;
  readonly checked: CheckedPlan;
  /** Why the reader may not approve this one, by the case itself. */
  readonly why: string | null;
}

/** Many cases of one cause, each with every line, approved by one signature of all their digests. */
export function ClusterDialog(props: { readonly cluster: string; readonly onClose: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const { fresh } = useFresh();
  const signing = useSigning();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [way, setWay] = useState<SignWay>('passkey');
  const { rows, loading } = useRows(props.cluster);
  const may = rows.filter(({ why }) => why === null);
  const taken = may.filter(({ page }) => !left.has(page.case.number));
  const digests = taken.flatMap(({ checked }) => (checked.read ? [checked.digest] : []));
  const why = whyNotAll(say, { taken, loading, fresh });
  const sign = async (by: SignWay) => {
    setWay(by);
    if (why || signing.busy) return;
    const done = await signing.sign(by, digests);
    void queries.invalidateQueries();
    if (!done) return;
    toast({ text: say('cluster.approved', { count: taken.length }) });
    props.onClose();
  };
  const toggle = (number: string) =>
    setLeft((now) => {
      const next = new Set(now);
      if (!next.delete(number)) next.add(number);
      return next;
    });
  return (
    <SignFrame
      title={say('cluster.title', { count: taken.length })}
      lead={say('cluster.lead')}
      onClose={props.onClose}
      onSubmit={() => void sign(signing.ways[0] ?? 'passkey')}
    >
      {loading ? (
        <div className="in">
          <Skeleton lines={4} />
        </div>
      ) : (
        <ClusterRows rows={rows} left={left} onToggle={toggle} />
      )}
      {digests.length > 0 ? (
        <DigestBox digest={digestOfAll(digests)} count={digests.length} />
      ) : null}
      <div className="in sign-end">
        {why ? <p className="why-not">{why}</p> : null}
        <div role="alert">
          {signing.trouble ? <p className="trouble">{signing.trouble}</p> : null}
        </div>
        {signing.needsFactor ? <FreshFactor onFresh={() => void sign(way)} /> : null}
      </div>
      <div className="df">
        <SignButtons signing={signing} why={why} onSign={(by) => void sign(by)} />
      </div>
    </SignFrame>
  );
}

function whyNotAll(
  say: Say,
  now: { readonly taken: readonly Row[]; readonly loading: boolean; readonly fresh: boolean },
): string | null {
  if (now.loading) return say('cluster.loading');
  if (now.taken.length === 0) return say('cluster.none');
  if (now.taken.some(({ checked }) => !checked.sound)) return say('plan.why.differs');
  return now.fresh ? null : say('live.staleWhy');
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

function useRows(cluster: string): { readonly rows: readonly Row[]; readonly loading: boolean } {
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

function ClusterRows(props: {
  readonly rows: readonly Row[];
  readonly left: ReadonlySet<string>;
  readonly onToggle: (number: string) => void;
}) {
  return (
    <ul className="in cluster-rows">
      {props.rows.map((row) => (
        <ClusterRow
          key={row.page.case.number}
          row={row}
          taken={!props.left.has(row.page.case.number)}
          onToggle={() => props.onToggle(row.page.case.number)}
        />
      ))}
    </ul>
  );
}

function ClusterRow(props: {
  readonly row: Row;
  readonly taken: boolean;
  readonly onToggle: () => void;
}) {
  const say = useWords();
  const { page, checked, why } = props.row;
  const { number } = page.case;
  const good = checked.read ? checked.checks.filter(({ ok }) => ok).length : 0;
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          checked={props.taken && why === null}
          aria-disabled={why !== null}
          onChange={() => why === null && props.onToggle()}
        />
        <span>
          <code>{number}</code>
          {why === null ? null : <small className="why">{why}</small>}
        </span>
      </label>
      <Lines checked={checked} page={page} />
      {checked.sound ? (
        <span className="ok">
          <Icon name="check" /> {say('cluster.sound', { count: good })}
        </span>
      ) : (
        <Differences checked={checked} />
      )}
    </li>
  );
}

/** Every line of one plan, read from its bytes. */
function Lines({ checked, page }: { readonly checked: CheckedPlan; readonly page: CasePageData }) {
  const say = useWords();
  if (!checked.read) return null;
  const found = page.claim.found?.amount;
  if (checked.read.kind !== 'return') {
    const { units, customer } = checked.read.plan;
    const value = { units, symbol: found?.symbol ?? null, decimals: found?.decimals ?? null };
    return (
      <p>
        <Amount value={value} digits="all" /> → <code>{customer}</code>
      </p>
    );
  }
  const { plan } = checked.read;
  return (
    <ul className="lines">
      {plan.lines.map((line) => {
        const moves = decodeLine(plan.network.chainId, line);
        const decimals = moves?.contract ? line.shows.decimals : 18;
        return (
          <li key={`${line.to} ${line.data} ${line.valueWei}`}>
            <span className="dim">{say(`purpose.${line.purpose}`)}</span>{' '}
            {moves ? (
              <>
                <Amount
                  value={{ units: moves.amount, symbol: line.shows.symbol, decimals }}
                  digits="all"
                />{' '}
                → <Address value={checksum(moves.recipient)} />
              </>
            ) : (
              say('plan.cannotRead')
            )}
          </li>
        );
      })}
    </ul>
  );
}
