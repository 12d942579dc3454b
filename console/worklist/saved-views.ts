import { useSyncExternalStore } from 'react';
import { readWorklistSearch, type WorklistState } from './worklist-state.ts';

/** A part of the list under a name of one's own, kept on this machine. Its address can be sent. */
export interface SavedView {
  readonly name: string;
  readonly search: WorklistState;
}

const storageKey = 'kaeru-views';
const viewsMax = 12;
const nameMax = 40;
const listeners = new Set<() => void>();
let views: readonly SavedView[] | null = null;

/** Reads kept views; what is spoilt is left out. */
export function readSavedViews(text: string | null): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .slice(0, viewsMax)
      .flatMap((one: Partial<SavedView> | null) =>
        typeof one?.name === 'string' && one.name && typeof one.search === 'object' && one.search
          ? [{ name: one.name.slice(0, nameMax), search: readWorklistSearch({ ...one.search }) }]
          : [],
      );
  } catch {
    return [];
  }
}

function current(): readonly SavedView[] {
  views ??= readSavedViews(localStorage.getItem(storageKey));
  return views;
}

function keep(next: readonly SavedView[]): void {
  views = next.slice(-viewsMax);
  localStorage.setItem(storageKey, JSON.stringify(views));
  for (const listener of listeners) listener();
}

/** Keeps a view; one of the same name is replaced. */
export function saveView(view: SavedView): void {
  const name = view.name.trim().slice(0, nameMax);
  if (name) keep([...current().filter((one) => one.name !== name), { ...view, name }]);
}

/** Forgets a view. */
export function forgetView(name: string): void {
  keep(current().filter((one) => one.name !== name));
}

/** The kept views, live. */
export function useSavedViews(): readonly SavedView[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
