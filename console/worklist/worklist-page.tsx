import { Navigate, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { homeZone, timeText } from '../../ui/format/index.ts';
import { Button } from '../../ui/parts/index.ts';
import { useReading } from '../../ui/reading.tsx';
import { useMay } from '../session/session.ts';
import { BarTrail } from '../shell/bar.tsx';
import { useTitle } from '../shell/use-title.ts';
import { toast } from '../toasts/toasts.tsx';
import { useWords } from '../words/index.ts';
import { Clusters } from './clusters.tsx';
import { Columns } from './columns.tsx';
import { keepLastList } from './last-list.ts';
import type { ShownRow } from './list-order.ts';
import { Preview } from './preview.tsx';
import { Failed, Loading, Nothing } from './standing.tsx';
import { WorklistTable } from './table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useListPlace } from './use-list-place.ts';
import { useWorklist, type Worklist } from './use-worklist.ts';
import type { WorklistState } from './worklist-state.ts';

/** What waits: whose turn, until when, and what is next, in the order of risk. */
export function WorklistPage() {
  const search = useSearch({ strict: false }) as WorklistState;
  const may = useMay();
  // An administrator alone sees no case: their page is the staff's.
  if (!may('case.read')) return <Navigate to="/staff" replace />;
  return <WorklistOf state={search} />;
}

/** The cases that wait for approval: a view of the list with an address that is easily said. */
export function ApprovalsPage() {
  return <WorklistOf state={{ view: 'all', state: 'approving' }} isApprovals />;
}

function WorklistOf(props: { readonly state: WorklistState; readonly isApprovals?: boolean }) {
  const say = useWords();
  const { state, isApprovals = false } = props;
  const title = say(isApprovals ? 'worklist.approvals' : 'worklist.title');
  const worklist = useWorklist(state);
  const rows = worklist.list?.shown ?? [];
  const { href } = useLocation();
  useTitle(title);
  useEffect(() => {
    keepLastList({ numbers: rows.map(({ row }) => row.number), href });
  });
  const place = useListPlace(rows, state, worklist);
  const focused = rows[place.focused];
  return (
    <div className="worklist">
      <BarTrail>
        <li aria-current="page">{title}</li>
      </BarTrail>
      <div className="work-head">
        <h1>{title}</h1>
        <Count worklist={worklist} />
        <Toolbar state={state} />
      </div>
      <Columns columns={worklist.around?.columns ?? []} now={state} />
      <Clusters clusters={worklist.around?.clusters ?? []} />
      <Notices worklist={worklist} />
      <div className="work-body">
        <Body worklist={worklist} rows={rows} state={state} place={place} />
        {focused ? <Preview row={focused.row} /> : null}
      </div>
      <SelectionBar rows={rows} selected={place.selected} onClear={place.clear} />
    </div>
  );
}

function Count({ worklist }: { readonly worklist: Worklist }) {
  const say = useWords();
  const count = worklist.list?.shown.length;
  if (!count) return null;
  return (
    <span className="dim num">
      {say(worklist.hasMore ? 'worklist.countMore' : 'worklist.count', { count })}
    </span>
  );
}

/** What is newer waits behind a bar: rows never move under the pointer. */
function Notices({ worklist }: { readonly worklist: Worklist }) {
  const say = useWords();
  const { language } = useReading();
  const newer = worklist.list?.newer ?? 0;
  const since = worklist.notRenewedSince;
  return (
    <div className="notices" role="status">
      {newer > 0 ? (
        <p className="newer">
          {say('worklist.newer', { count: newer })}
          <Button kind="quiet" keys="." onClick={worklist.renew}>
            {say('worklist.showNewer')}
          </Button>
        </p>
      ) : null}
      {since ? (
        <p className="notice">
          {say('worklist.notRenewed', {
            at: timeText(since, { language, zone: homeZone, now: since, to: 'clock' }),
          })}
        </p>
      ) : null}
      {worklist.moreFailed ? (
        <p className="notice">
          {say('worklist.moreFailed', { shown: worklist.list?.shown.length ?? 0 })}
          <Button kind="quiet" onClick={worklist.loadMore}>
            {say('shell.again')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function Body(props: {
  readonly worklist: Worklist;
  readonly rows: readonly ShownRow[];
  readonly state: WorklistState;
  readonly place: ReturnType<typeof useListPlace>;
}) {
  const { worklist, rows } = props;
  const { loadMore, isLoadingMore, moreFailed } = worklist;
  const onEnd = useCallback(() => {
    if (!isLoadingMore && !moreFailed) loadMore();
  }, [loadMore, isLoadingMore, moreFailed]);
  if (worklist.error) return <Failed error={worklist.error} again={worklist.again} />;
  if (worklist.isLoading) return <AfterAWhile />;
  if (rows.length === 0) {
    return <Nothing state={props.state} columns={worklist.around?.columns ?? []} />;
  }
  return <WorklistTable rows={rows} place={props.place} hasMore={worklist.hasMore} onEnd={onEnd} />;
}

/** Nothing at all for the blink that most answers take. */
function AfterAWhile() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Loading /> : <div className="list-standing" />;
}

function SelectionBar(props: {
  readonly rows: readonly ShownRow[];
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
}) {
  const say = useWords();
  const navigate = useNavigate();
  const numbers = props.rows
    .map(({ row }) => row.number)
    .filter((number) => props.selected.has(number));
  const first = numbers[0];
  if (!first) return null;
  const copy = () => {
    void navigator.clipboard.writeText(numbers.join('\n')).then(() => {
      toast({ text: say('worklist.copied', { count: numbers.length }) });
    });
  };
  return (
    <section className="selection" aria-label={say('worklist.selected', { count: numbers.length })}>
      <b>{say('worklist.selected', { count: numbers.length })}</b>
      <Button onClick={() => void navigate({ to: '/cases/$number', params: { number: first } })}>
        {say('worklist.open')}
      </Button>
      <Button onClick={copy}>{say('worklist.copyNumbers')}</Button>
      <Button kind="quiet" keys="Esc" onClick={props.onClear}>
        {say('worklist.unselect')}
      </Button>
    </section>
  );
}
