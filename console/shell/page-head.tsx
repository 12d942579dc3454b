import type { ReactNode } from 'react';
import { BarTrail } from './bar.tsx';
import { useTitle } from './use-title.ts';

/** The head of a plain page: its name, one sentence, and what can be done. */
export function PageHead(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}) {
  useTitle(props.title);
  return (
    <header className="plain-head">
      <BarTrail>
        <li aria-current="page">{props.title}</li>
      </BarTrail>
      <div>
        <h1>{props.title}</h1>
        {props.children}
      </div>
      {props.lead ? <p>{props.lead}</p> : null}
    </header>
  );
}
