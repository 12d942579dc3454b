import type { ReactNode } from 'react';
import { useWords } from '../words/index.ts';

/** A table that scrolls by itself where it is wider than the page. */
export function ScrollTable(props: { readonly label: string; readonly children: ReactNode }) {
  const say = useWords();
  return (
    <section
      className="scroll"
      aria-label={say('shell.tableOf', { name: props.label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys.
      tabIndex={0}
    >
      <table className="tbl">{props.children}</table>
    </section>
  );
}
