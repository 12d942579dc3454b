import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something a person can do here: shown in the palette and the keyboard map, run by its keys. */
export interface Act {
  /** Of a page's own and the shell's act of the same id, the page's counts. */
  readonly id: string;
  /** Verb and object, in the reader's language. */
  readonly label: string;
  readonly group: ActGroup;
  /** Such as `mod+k`, `g w`, `shift+x`, `?`: `mod` is ⌘ on Apple's machines and Ctrl elsewhere. */
  readonly keys?: string;
  readonly run: () => void;
  /** Why it cannot be done now; null or left out when it can. Shown, never hidden. */
  readonly why?: string | null;
  /** False for acts that make sense by their keys only, such as moving a row down. */
  readonly inPalette?: boolean;
}

/** The headings under which acts are listed, in this order. */
export const actGroups = ['do', 'list', 'go', 'app'] as const;
/** The headings that acts stand under. */
export type ActGroup = (typeof actGroups)[number];

type Shelf = { readonly acts: readonly Act[] };

const shelves = new Set<{ current: Shelf }>();
const listeners = new Set<() => void>();
let version = 0;

function changed(): void {
  version += 1;
  for (const listener of listeners) listener();
}

/** Offers these acts for as long as the component is there. */
export function useActs(acts: readonly Act[]): void {
  const shelf = useRef<Shelf>({ acts });
  const before = fingerprint(shelf.current.acts);
  shelf.current = { acts };
  const now = fingerprint(acts);
  useEffect(() => {
    shelves.add(shelf);
    changed();
    return () => {
      shelves.delete(shelf);
      changed();
    };
  }, []);
  useEffect(() => {
    if (before !== now) changed();
  }, [before, now]);
}

/** What shows of acts: only a change of this is worth drawing palettes and maps again. */
function fingerprint(acts: readonly Act[]): string {
  return acts.map((act) => `${act.id} ${act.label} ${act.keys} ${act.why}`).join('\n');
}

/** All acts offered now, the latest page's first, each id once. */
export function offeredActs(): readonly Act[] {
  const seen = new Map<string, Act>();
  for (const shelf of [...shelves].reverse()) {
    for (const act of shelf.current.acts) if (!seen.has(act.id)) seen.set(act.id, act);
  }
  return [...seen.values()];
}

/** All acts offered now, live. */
export function useOfferedActs(): readonly Act[] {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
  );
  return offeredActs();
}
