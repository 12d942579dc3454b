import { Link } from '@tanstack/react-router';
import { deadlineOf, timeText } from '../../ui/format/index.ts';
import { Icon } from '../../ui/parts/index.ts';
import { useReading } from '../../ui/reading.tsx';
import { Amount } from '../../ui/values/index.ts';
import type { WorklistRow } from '../api/shapes.ts';
import { useWords } from '../words/index.ts';
import type { ShownRow } from './list-order.ts';
import { roughSpan, toWholeMinutes } from './rough-span.ts';
import { RowPill } from './row-pill.tsx';

/** One case in a line: until when, which, what, how much, whose turn, what is next. */
export function RowCells(props: {
  readonly shown: ShownRow;
  readonly selected: boolean;
  readonly onSelect: (range: boolean) => void;
}) {
  const say = useWords();
  const { now, language } = useReading();
  const { row, left, changed } = props.shown;
  return (
    <>
      <td className="pick">
        <label>
          <input
            type="checkbox"
            checked={props.selected}
            tabIndex={-1}
            aria-label={say('worklist.selectOne', { number: row.number })}
            onChange={(event) => {
              const { nativeEvent } = event;
              props.onSelect('shiftKey' in nativeEvent && nativeEvent.shiftKey === true);
            }}
          />
        </label>
      </td>
      <td className="due">
        <Due row={row} />
      </td>
      <td className="number">
        <Link to="/cases/$number" params={{ number: row.number }} tabIndex={-1}>
          {row.number}
        </Link>
      </td>
      <td className="what" title={row.what}>
        <span>{row.what}</span>
        {left ? <small className="tag">{say('worklist.left')}</small> : null}
        {changed && !left ? <small className="tag">{say('worklist.changed')}</small> : null}
      </td>
      <td className="value r" title={row.amount?.text}>
        {row.amount ? <Amount value={row.amount} digits="all" fractionMax={8} /> : '—'}
      </td>
      <td className="turn">
        <RowPill row={row} />
      </td>
      <td className={row.next.permitted ? 'next' : 'next dim'} title={row.next.why ?? undefined}>
        {row.next.label}
      </td>
      <td className="age num">{roughSpan(now.getTime() - Date.parse(row.createdAt), language)}</td>
      <td className="owner">{row.ownerName ?? <span className="dim">—</span>}</td>
    </>
  );
}

/** What is left until the promised hour: silhouette and words, not colour alone. */
function Due({ row }: { readonly row: WorklistRow }) {
  const say = useWords();
  const { now, language, zone } = useReading();
  if (!row.dueAt || row.turn === 'nobody') {
    return <span className="dim">{row.turn === 'nobody' ? '—' : say('worklist.noDue')}</span>;
  }
  const { text, standing } = deadlineOf(toWholeMinutes(row.dueAt, now), now, language);
  return (
    <time
      className={`deadline ${standing}`}
      dateTime={row.dueAt}
      title={timeText(row.dueAt, { language, zone, now })}
    >
      {standing === 'passed' ? <Icon name="triangle-alert" /> : null}
      {standing === 'soon' ? <Icon name="clock" /> : null}
      {text}
    </time>
  );
}
