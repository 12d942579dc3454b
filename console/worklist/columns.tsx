import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/parts/index.ts';
import { useReading } from '../../ui/reading.tsx';
import type { WorklistColumn } from '../api/shapes.ts';
import { useWords, type WordKey } from '../words/index.ts';
import { roughSpan } from './rough-span.ts';
import type { WorklistState } from './worklist-state.ts';

/** The columns, each with the part of the list that it counts. */
const columns: Readonly<
  Record<string, { readonly word: WordKey; readonly search: WorklistState | null }>
> = {
  mine: { word: 'worklist.column.mine', search: {} },
  approvals: {
    word: 'worklist.column.approvals',
    search: { view: 'all', state: 'approving' },
  },
  customer: { word: 'worklist.column.customer', search: { view: 'all', turn: 'customer' } },
  network: { word: 'worklist.column.network', search: { view: 'all', turn: 'network' } },
  kaeru: { word: 'worklist.column.kaeru', search: { view: 'all', turn: 'kaeru' } },
  desk: { word: 'worklist.column.desk', search: { view: 'team' } },
  held: { word: 'worklist.column.held', search: { view: 'all', state: 'held' } },
  snoozed: { word: 'worklist.column.snoozed', search: null },
  kept: { word: 'worklist.column.kept', search: { view: 'all', state: 'kept' } },
  closed: { word: 'worklist.column.closed', search: { view: 'all', turn: 'nobody' } },
};

/**
 * What waits for whom: counted, with how long the oldest has waited, and alarmed when one has missed
 * its hour. What waits for others is out of sight, never out of mind.
 */
export function Columns(props: {
  readonly columns: readonly WorklistColumn[];
  readonly now: WorklistState;
}) {
  const say = useWords();
  const here = JSON.stringify(props.now);
  return (
    <nav className="columns" aria-label={say('worklist.columns')}>
      <ul>
        {props.columns.map((column) => (
          <Column key={column.id} column={column} here={here} />
        ))}
      </ul>
    </nav>
  );
}

function Column({ column, here }: { readonly column: WorklistColumn; readonly here: string }) {
  const say = useWords();
  const { now, language } = useReading();
  const known = columns[column.id];
  if (!known) return null;
  const waitedMs = column.oldestAt ? now.getTime() - Date.parse(column.oldestAt) : 0;
  const inside = (
    <>
      <span className="name">{say(known.word)}</span>
      <b className="num">{column.count}</b>
      <small>
        {column.alarm ? (
          <>
            <Icon name="triangle-alert" />
            <span className="vh">{say('worklist.alarm')}</span>
          </>
        ) : null}
        {column.oldestAt && column.count > 0
          ? say('worklist.oldest', { span: roughSpan(waitedMs, language) })
          : '\u00a0'}
      </small>
    </>
  );
  return (
    <li className={column.alarm ? 'alarm' : ''}>
      {known.search ? (
        <Link
          to="/"
          search={known.search}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={JSON.stringify(known.search) === here ? 'page' : undefined}
        >
          {inside}
        </Link>
      ) : (
        <span className="col">{inside}</span>
      )}
    </li>
  );
}
