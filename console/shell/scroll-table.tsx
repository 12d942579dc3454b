import type { ReactNode } from 'react';

/** A table that scrolls by itself where it is wider than the page. */
export function ScrollTable(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys.
    <section className="scroll" aria-label={props.label} tabIndex={0}>
      <table className="tbl">{props.children}</table>
    </section>
  );
}
