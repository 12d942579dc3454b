import { Fragment, type ReactNode } from 'react';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';
import { classNames } from './button.tsx';

/** One fact: what it is called, what it is, and a remark. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** The three facts under an answer: how much, what it costs, when. The first is the large one. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact, at) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd className={at === 0 ? 'big' : undefined}>
            {fact.value}
            {at > 0 && fact.note && <small>{fact.note}</small>}
          </dd>
          {at === 0 && fact.note && (
            <dd>
              <small>{fact.note}</small>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** The facts of a case in one row, under its heading in the console. */
export function FactStrip({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="strip">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note && <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names and values in two columns; figures stand in line at the end. A sum has a line above it. */
export function KeyValue(props: {
  readonly rows: readonly {
    readonly label: string;
    readonly value: ReactNode;
    readonly sum?: boolean;
  }[];
}) {
  return (
    <dl className="kv">
      {props.rows.map((row) => (
        <Fragment key={row.label}>
          <dt className={row.sum ? 'sum' : undefined}>{row.label}</dt>
          <dd className={row.sum ? 'sum' : undefined}>{row.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** A line of a receipt. */
export interface ReceiptLine {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly value: ReactNode;
  readonly remark?: ReactNode;
}

/** A quote or a receipt: lines, and their total over a heavier line. */
export function Receipt(props: {
  readonly lines: readonly ReceiptLine[];
  readonly total: ReceiptLine;
  /** What it is a receipt of, for those who hear it. */
  readonly caption: string;
}) {
  return (
    <table className="receipt">
      <caption className="vh">{props.caption}</caption>
      <tbody>
        {props.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never change places.
          <ReceiptRow key={at} line={line} />
        ))}
      </tbody>
      <tfoot>
        <ReceiptRow line={props.total} />
      </tfoot>
    </table>
  );
}

function ReceiptRow({ line }: { readonly line: ReceiptLine }) {
  return (
    <tr>
      <th scope="row">
        {line.label}
        {line.note && <small>{line.note}</small>}
      </th>
      <td>
        {line.value}
        {line.remark && <small>{line.remark}</small>}
      </td>
    </tr>
  );
}

/** Answers to be checked before they are sent, each with its way back. */
export function SummaryList(props: {
  readonly rows: readonly {
    readonly label: string;
    readonly value: ReactNode;
    readonly changeHref?: string;
  }[];
}) {
  const { language } = useReading();
  return (
    <dl className="summary">
      {props.rows.map((row) => (
        <div key={row.label} className={classNames(row.changeHref && 'can-change')}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.changeHref && (
            <dd className="change-link">
              <a href={row.changeHref}>
                {ownWord('change', language)}
                <span className="vh">（{row.label}）</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
