import type { ReactNode } from 'react';

/** A part of the case page with its heading; `keys` is the digit that leads to it. */
export function Panel(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly keys?: number;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const { id, title, keys, note, children } = props;
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {keys === undefined ? null : <kbd>{keys}</kbd>}
        {note ? <span className="n">{note}</span> : null}
      </header>
      {children}
    </section>
  );
}

/** A table that scrolls by itself where it is wider than the page. */
export function ScrollTable(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
    <section className="scroll" aria-label={props.label} tabIndex={0} data-scroll-x="">
      <table className="tbl">{props.children}</table>
    </section>
  );
}
