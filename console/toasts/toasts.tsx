import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/index.ts';

/** A short word about something that also shows elsewhere. Errors stay in place instead. */
export interface Toast {
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
}

interface Shown extends Toast {
  readonly id: number;
}

const shownMs = 6_000;
let shown: readonly Shown[] = [];
let count = 0;
const listeners = new Set<() => void>();

function show(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Shows a toast for a few seconds; one with an act (undo) for longer. */
export function toast(what: Toast): void {
  count += 1;
  const one = { ...what, id: count };
  show([...shown.slice(-2), one]);
  setTimeout(() => dismiss(one.id), what.act ? shownMs * 2 : shownMs);
}

function dismiss(id: number): void {
  show(shown.filter((one) => one.id !== id));
}

/** Where toasts appear; F6 moves the focus there. */
export function Toasts() {
  const say = useWords();
  const list = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <section className="desk-toasts" id="toasts" aria-label={say('toasts.region')} tabIndex={-1}>
      <div role="status" aria-live="polite">
        {list.map((one) => (
          <div className="desk-toast" key={one.id}>
            <span>{one.text}</span>
            {one.act ? (
              <button
                className="link"
                type="button"
                onClick={() => {
                  one.act?.run();
                  dismiss(one.id);
                }}
              >
                {one.act.label}
              </button>
            ) : null}
            <button
              className="icon-btn"
              type="button"
              aria-label={say('shell.close')}
              onClick={() => dismiss(one.id)}
            >
              <X className="icon" aria-hidden="true" />
            </button>
          </div>
        ))}
      </div>
    </section>
  );
}
