import { type RefCallback, useCallback, useEffect, useState } from 'react';

/** The rows of a long list that are worth drawing. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly beforePx: number;
  readonly afterPx: number;
}

const overscan = 12;
const heightGuessPx = 900;
/** The bar that stays on top of the page. */
const barPx = 48;

/** Which rows of equal height lie in sight, and a few on either side. */
export function windowOf(seen: {
  readonly count: number;
  readonly rowPx: number;
  readonly scrolledPx: number;
  readonly heightPx: number;
}): RowWindow {
  const { count, rowPx, scrolledPx, heightPx } = seen;
  const top = Math.floor(Math.max(0, scrolledPx) / rowPx) - overscan;
  const bottom = Math.ceil((scrolledPx + heightPx) / rowPx) + overscan;
  const end = Math.min(count, Math.max(bottom, 1));
  const first = Math.max(0, Math.min(top, end));
  return { first, end, beforePx: first * rowPx, afterPx: (count - end) * rowPx };
}

/** On phones the page scrolls, elsewhere the list by itself. */
function scrollsItself(element: HTMLElement): boolean {
  return getComputedStyle(element).overflowY !== 'visible';
}

function sightOf(element: HTMLElement): { scrolledPx: number; heightPx: number } {
  if (scrollsItself(element)) {
    return { scrolledPx: element.scrollTop, heightPx: element.clientHeight || heightGuessPx };
  }
  return { scrolledPx: -element.getBoundingClientRect().top, heightPx: innerHeight };
}

/** Follows the scrolling of a region and draws only what is in sight. */
export function useRowWindow(count: number): RowWindow & {
  readonly region: RefCallback<HTMLElement>;
  readonly measure: RefCallback<HTMLElement>;
  /** Brings a row into sight without moving more than needed. */
  readonly reveal: (index: number) => void;
} {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [rowPx, setRowPx] = useState(34);
  const [seen, setSeen] = useState({ scrolledPx: 0, heightPx: heightGuessPx });
  useEffect(() => {
    if (!element) return;
    const look = () => setSeen(sightOf(element));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    // Scrolling does not bubble, but can be caught on its way down: the region's own and the page's.
    document.addEventListener('scroll', look, { passive: true, capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, [element]);
  const measure = useCallback((row: HTMLElement | null) => {
    // Density, width and text size change the height of all rows alike.
    if (row && row.offsetHeight > 0) setRowPx(row.offsetHeight);
  }, []);
  const reveal = (index: number) => {
    if (!element) return;
    if (!scrollsItself(element)) {
      const top = element.getBoundingClientRect().top + index * rowPx;
      const below = top + rowPx - innerHeight;
      if (top < barPx) scrollBy(0, top - barPx);
      else if (below > 0) scrollBy(0, below);
      return;
    }
    const header = element.querySelector('thead')?.clientHeight ?? 0;
    const top = index * rowPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowPx + header > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowPx + header - element.clientHeight;
    }
  };
  return { ...windowOf({ count, rowPx, ...seen }), region: setElement, measure, reveal };
}
