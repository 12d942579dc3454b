import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useWords } from '../words/index.ts';
import type { ShownRow } from './list-order.ts';
import { RowCells } from './row-cells.tsx';
import { useRowWindow } from './row-window.ts';

/** What the table is told of the reader's place in it. */
export interface Place {
  readonly focused: number;
  readonly selected: ReadonlySet<string>;
  readonly onFocus: (index: number) => void;
  readonly onSelect: (index: number, range: boolean) => void;
}

/** The list as a grid: one row has the focus, J and K move it, only rows in sight are drawn. */
export function WorklistTable(props: {
  readonly rows: readonly ShownRow[];
  readonly place: Place;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
}) {
  const say = useWords();
  const { rows, place, hasMore, onEnd } = props;
  const seen = useRowWindow(rows.length);
  const { reveal } = seen;
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef(place.focused);
  useEffect(() => {
    // Moving by keys brings the row into sight and the focus to it; arriving does not take the focus.
    if (wanted.current === place.focused) return;
    wanted.current = place.focused;
    reveal(place.focused);
    requestAnimationFrame(() => {
      const row = body.current?.querySelector(`[data-index="${place.focused}"]`);
      if (row instanceof HTMLElement) row.focus({ preventScroll: true });
    });
  }, [place.focused, reveal]);
  const nearEnd = hasMore && seen.end >= rows.length - 40;
  useEffect(() => {
    if (nearEnd) onEnd();
  }, [nearEnd, onEnd]);
  return (
    <div className="list" ref={seen.region}>
      <table
        className="tbl work"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one moves through its rows.
        role="grid"
        aria-label={say('worklist.list')}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-multiselectable="true"
      >
        <Head />
        <tbody ref={body}>
          <Gap px={seen.beforePx} />
          {rows.slice(seen.first, seen.end).map((shown, at) => (
            <Row
              key={shown.row.number}
              index={seen.first + at}
              shown={shown}
              place={place}
              measure={at === 0 ? seen.measure : undefined}
            />
          ))}
          <Gap px={seen.afterPx} />
        </tbody>
      </table>
    </div>
  );
}

function Head() {
  const say = useWords();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <span className="vh">{say('worklist.select')}</span>
        </th>
        <th scope="col">{say('worklist.due')}</th>
        <th scope="col">{say('worklist.case')}</th>
        <th scope="col">{say('worklist.what')}</th>
        <th scope="col" className="r">
          {say('worklist.value')}
        </th>
        <th scope="col">{say('worklist.turnOf')}</th>
        <th scope="col">{say('worklist.next')}</th>
        <th scope="col">{say('worklist.age')}</th>
        <th scope="col">{say('worklist.owner')}</th>
      </tr>
    </thead>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ px }: { readonly px: number }) {
  if (px <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus.
    <tr className="gap" aria-hidden="true">
      <td colSpan={9} style={{ height: px }} />
    </tr>
  );
}

function Row(props: {
  readonly index: number;
  readonly shown: ShownRow;
  readonly place: Place;
  readonly measure: ((row: HTMLElement | null) => void) | undefined;
}) {
  const { index, shown, place } = props;
  const { row, left, changed } = shown;
  const navigate = useNavigate();
  const selected = place.selected.has(row.number);
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    // Links and boxes are theirs; selecting text is not opening a case.
    if (target?.closest('a, input, label, button') || String(getSelection())) return;
    place.onFocus(index);
    void navigate({ to: '/cases/$number', params: { number: row.number } });
  };
  const look = [selected ? 'sel' : '', left ? 'left' : '', changed ? 'changed' : ''];
  return (
    <tr
      ref={props.measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={index === place.focused ? 0 : -1}
      className={look.filter(Boolean).join(' ')}
      onClick={open}
      onFocus={() => place.onFocus(index)}
    >
      <RowCells
        shown={shown}
        selected={selected}
        onSelect={(range) => place.onSelect(index, range)}
      />
    </tr>
  );
}
