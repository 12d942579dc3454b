import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button, Empty, Icon, Skeleton } from '../../ui/parts/index.ts';
import { problemOf } from '../api/client.ts';
import type { WorklistColumn } from '../api/shapes.ts';
import { useWords } from '../words/index.ts';
import { isFiltered, type WorklistState } from './worklist-state.ts';

const longMs = 4_000;

/** The list before its rows: its own layout, and after a while a sentence. */
export function Loading() {
  const say = useWords();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="list-standing">
      <Skeleton kind="rows" lines={12} />
      {long ? <p className="dim">{say('worklist.loading')}</p> : null}
    </div>
  );
}

/** Nothing to show: why, and one way on. */
export function Nothing(props: {
  readonly state: WorklistState;
  readonly columns: readonly WorklistColumn[];
}) {
  const say = useWords();
  const { state } = props;
  if (state.state === 'approving' && !state.q) {
    return <Empty title={say('worklist.emptyApprovals')} icon="stamp" />;
  }
  if (isFiltered(state)) {
    const search = state.view ? { view: state.view } : {};
    return (
      <Empty
        title={say('worklist.emptyFiltered')}
        icon="filter"
        action={
          <Link className="btn btn-secondary" to="/" search={search}>
            {say('worklist.clear')}
          </Link>
        }
      />
    );
  }
  if (state.view === 'all') return <Empty title={say('worklist.emptyAll')} />;
  if (state.view === 'due') return <Empty title={say('worklist.emptyDue')} icon="clock" />;
  if (state.view === 'team') return <Empty title={say('worklist.emptyTeam')} icon="users" />;
  const waiting = ['approvals', 'desk', 'held']
    .map((id) => props.columns.find((one) => one.id === id)?.count ?? 0)
    .reduce((sum, count) => sum + count, 0);
  return (
    <Empty
      title={say('worklist.emptyMine')}
      action={
        <Link className="btn btn-secondary" to="/" search={{ view: 'team' }}>
          {say('worklist.emptyMineNext', { count: waiting })}
        </Link>
      }
    />
  );
}

/** The list could not be read: ours to mend, nothing is lost, and a way on. */
export function Failed(props: { readonly error: unknown; readonly again: () => void }) {
  const say = useWords();
  const problem = problemOf(props.error);
  return (
    <div className="list-standing" role="alert">
      <p>
        <Icon name="circle-alert" /> {say('worklist.failed')}
      </p>
      <p className="dim">
        {problem.title} <code>{problem.code}</code>
      </p>
      <Button onClick={props.again}>{say('shell.again')}</Button>
    </div>
  );
}
