/** What of a key press decides. */
export interface Press {
  readonly key: string;
  /** ⌘ on Apple's machines, Ctrl elsewhere. */
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** True while an input method composes: its keys are its own, Enter and ⌘ Enter too. */
  readonly composing: boolean;
  /** True when the focus is where one types. */
  readonly inField: boolean;
}

/** Something with keys, such as an act. */
export interface Keyed {
  readonly keys?: string;
}

/** What a press comes to: something to run, the beginning of a sequence, or nothing. */
export type Match<T> =
  | { readonly kind: 'run'; readonly found: T }
  | { readonly kind: 'begun'; readonly sequence: string }
  | { readonly kind: 'none' };

const named = new Set([
  'Enter',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'F6',
]);

/** How a press is written in `keys`: `mod+k`, `shift+x`, `?`, `arrowdown`. */
export function chordOf(press: Press): string {
  const key = press.key.toLowerCase();
  // Signs such as `?` need Shift on one keyboard and not on another: the sign is what counts.
  const letter = /^[a-z0-9]$/.test(key) || named.has(press.key);
  return [press.mod ? 'mod' : '', press.shift && letter ? 'shift' : '', key]
    .filter((part) => part)
    .join('+');
}

/**
 * Finds what a press runs. Keys are off while an input method composes; where one types, only chords
 * with ⌘ or Ctrl count; single keys count only when they are switched on.
 */
export function matchKeys<T extends Keyed>(
  offered: readonly T[],
  press: Press,
  state: { readonly sequence: string; readonly singleKeys: boolean },
): Match<T> {
  if (press.composing || press.alt) return { kind: 'none' };
  if (press.inField && !press.mod) return { kind: 'none' };
  const isSingle = !press.mod && !named.has(press.key);
  if (isSingle && !state.singleKeys) return { kind: 'none' };
  const chord = chordOf(press);
  const sequence = state.sequence ? `${state.sequence} ${chord}` : chord;
  for (const wanted of [sequence, chord]) {
    const found = offered.find((one) => one.keys === wanted);
    if (found) return { kind: 'run', found };
    if (offered.some((one) => one.keys?.startsWith(`${wanted} `))) {
      return { kind: 'begun', sequence: wanted };
    }
  }
  return { kind: 'none' };
}

const signs: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  shift: '⇧',
};

/** How keys are printed: `mod+k` as `⌘K` or `Ctrl K`, `g w` as `G W`. */
export function printKeys(keys: string, apple: boolean): string {
  return keys
    .split(' ')
    .map((chord) => {
      const parts = chord.split('+').map((part) => {
        if (part === 'mod') return apple ? '⌘' : 'Ctrl ';
        return signs[part] ?? part.toUpperCase();
      });
      return parts.join('');
    })
    .join(' ');
}
