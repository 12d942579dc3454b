import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { Button, classNames } from '../parts/button.tsx';
import { Skeleton } from '../parts/standing.tsx';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';

/** A column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end, their decimals in line. */
  readonly align?: 'end';
  /** Sorted by this; the caller sorts, since a list is longer than what is loaded. */
  readonly sorted?: 'ascending' | 'descending' | null;
  readonly onSort?: () => void;
}

/** Rows that are read, opened and chosen by keys or pointer. */
export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What a row is called, for its box to tick. */
  readonly nameOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly hidden?: readonly string[];
  readonly chosen?: ReadonlySet<string>;
  readonly onChosen?: (chosen: ReadonlySet<string>) => void;
  /** Stands over the list while rows are chosen. */
  readonly chosenActs?: ReactNode;
  readonly loading?: boolean;
  readonly empty: ReactNode;
  /** `3件中2件を表示`: something could not be read. */
  readonly partial?: ReactNode;
  readonly error?: ReactNode;
  readonly focused?: string | null;
}

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

/** A semantic table over TanStack's model: rows keep their place, one row is in the tab order. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, keyOf, chosen, hidden } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return helper.columns(
      props.columns.map((column) =>
        helper.display({ id: column.id, header: column.header, meta: column }),
      ),
    );
  }, [props.columns]);
  const state = useMemo(
    () => ({
      columnVisibility: Object.fromEntries((hidden ?? []).map((id) => [id, false])),
      rowSelection: Object.fromEntries([...(chosen ?? [])].map((key) => [key, true as const])),
    }),
    [hidden, chosen],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns, data, getRowId: keyOf, state });
  const byId = new Map(props.columns.map((column) => [column.id, column]));
  const visible = table.getVisibleLeafColumns().flatMap((one) => byId.get(one.id) ?? []);
  const choose = chooser(props);
  return (
    <div className="data-table">
      {chosen && chosen.size > 0 && <ChosenBar {...props} size={chosen.size} />}
      {props.partial && <div className="partial">{props.partial}</div>}
      <section className="scroll" aria-label={props.caption}>
        <table className="tbl" aria-busy={props.loading || undefined}>
          <caption className="vh">{props.caption}</caption>
          <thead>
            <tr>
              {choose && <td className="pick" />}
              {visible.map((column) => (
                <Heading key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={(event) => rove(event, body.current)}>
            {table.getRowModel().rows.map((row, at) => (
              <Line
                key={row.id}
                row={row.original}
                table={props}
                columns={visible}
                reachable={props.focused ? row.id === props.focused : at === 0}
                chosen={row.getIsSelected()}
                choose={choose}
              />
            ))}
          </tbody>
        </table>
      </section>
      {props.loading && rows.length === 0 && <Skeleton kind="rows" lines={8} />}
      {props.error}
      {!props.loading && !props.error && rows.length === 0 && props.empty}
    </div>
  );
}

type Choose = ((key: string) => void) | null;

function chooser<Row>({ chosen, onChosen }: DataTableProps<Row>): Choose {
  if (!chosen || !onChosen) return null;
  return (key) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChosen(next);
  };
}

function ChosenBar<Row>(props: DataTableProps<Row> & { readonly size: number }) {
  const { language } = useReading();
  return (
    <div className="chosen-bar">
      <b role="status">{ownWord('selected', language, String(props.size))}</b>
      {props.chosenActs}
      <Button kind="quiet" onClick={() => props.onChosen?.(new Set())}>
        {ownWord('clearSelection', language)}
      </Button>
    </div>
  );
}

function Heading<Row>({ column }: { readonly column: Column<Row> }) {
  const className = column.align === 'end' ? 'r' : undefined;
  if (!column.onSort) {
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  return (
    <th scope="col" className={className} aria-sort={column.sorted ?? 'none'}>
      <button type="button" className="sort" onClick={column.onSort}>
        {column.header}
        <span aria-hidden="true">
          {column.sorted === 'ascending' ? '↑' : column.sorted === 'descending' ? '↓' : ''}
        </span>
      </button>
    </th>
  );
}

function Line<Row>(props: {
  readonly row: Row;
  readonly table: DataTableProps<Row>;
  readonly columns: readonly Column<Row>[];
  readonly reachable: boolean;
  readonly chosen: boolean;
  readonly choose: Choose;
}) {
  const { row, table, choose, chosen } = props;
  const { language } = useReading();
  const key = table.keyOf(row);
  return (
    <tr
      className={classNames(table.focused === key && 'hit', chosen && 'chosen') || undefined}
      tabIndex={props.reachable ? 0 : -1}
      data-key={key}
      onClick={() => table.onOpen?.(row)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') table.onOpen?.(row);
      }}
    >
      {choose && (
        <td className="pick">
          <input
            type="checkbox"
            checked={chosen}
            aria-label={ownWord('selectRow', language, table.nameOf(row))}
            onClick={(event) => event.stopPropagation()}
            onChange={() => choose(key)}
          />
        </td>
      )}
      {props.columns.map((column) => (
        <td key={column.id} className={column.align === 'end' ? 'r' : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Arrow keys, Home and End go from row to row; J and K belong to the page. */
function rove(event: KeyboardEvent, body: HTMLElement | null): void {
  if (!body || event.nativeEvent.isComposing) return;
  const rows = [...body.querySelectorAll<HTMLElement>(':scope > tr')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined ? undefined : rows[to];
  if (!row) return;
  event.preventDefault();
  row.focus();
}
