import type { ReactNode } from 'react';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';
import { Icon } from './icon.tsx';

/** What was found out about a fact. Unknown is never shown as no: a node may just be silent. */
export type Verdict = 'holds' | 'fails' | 'unknown';

const pictures = { holds: 'check', fails: 'x', unknown: 'circle-question' } as const;

/** One fact with where it comes from. A row of a table with the class `facts`. */
export function EvidenceRow(props: {
  readonly verdict: Verdict;
  readonly fact: ReactNode;
  readonly source: ReactNode;
  readonly at?: ReactNode;
}) {
  const { language } = useReading();
  return (
    <tr className={props.verdict}>
      <td>
        <Icon name={pictures[props.verdict]} label={ownWord(props.verdict, language)} />
      </td>
      <td>{props.fact}</td>
      <td>
        {props.source} {props.at}
      </td>
    </tr>
  );
}

/** What a machine has compared, line by line; a person only reads the result. */
export function CheckList(props: {
  readonly checks: readonly {
    readonly verdict: Verdict;
    readonly text: ReactNode;
    readonly note?: ReactNode;
  }[];
}) {
  const { language } = useReading();
  return (
    <ul className="checks">
      {props.checks.map((check, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the checks of one page keep their order.
        <li key={at} className={check.verdict}>
          <Icon name={pictures[check.verdict]} label={ownWord(check.verdict, language)} />
          <span>
            {check.text} {check.note && <small>{check.note}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Said by a machine that compared: they are equal in every character. */
export function SameMark({ children }: { readonly children: ReactNode }) {
  return (
    <div className="same">
      <Icon name="circle-check" />
      <span className="phrase">{children}</span>
    </div>
  );
}

/** Evidence for whoever wants it, folded: names and values. */
export function EvidenceFold(props: {
  readonly summary: string;
  readonly rows: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly open?: boolean;
}) {
  return (
    <details className="ev" open={props.open}>
      <summary>
        <Icon name="file-check" />
        {props.summary}
        <Icon name="chevron-down" />
      </summary>
      <dl>
        {props.rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
