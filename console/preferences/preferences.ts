import { useSyncExternalStore } from 'react';

/** How one member of staff likes the console on this machine. Nothing of it is told to the server. */
export interface Preferences {
  readonly language: 'ja' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'normal' | 'compact';
  /** Single keys such as J and X can be switched off: WCAG 2.1.4. */
  readonly singleKeys: boolean;
}

const storageKey = 'kaeru-console';

function usual(): Preferences {
  const japanese = navigator.language.toLowerCase().startsWith('ja');
  return {
    language: japanese ? 'ja' : 'en',
    theme: 'system',
    density: 'normal',
    singleKeys: true,
  };
}

/** What is kept may be of an older version, or spoilt: whatever does not fit is left out. */
export function readPreferences(text: string | null, fallback: Preferences): Preferences {
  try {
    const kept = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      language: oneOf(kept['language'], ['ja', 'en']) ?? fallback.language,
      theme: oneOf(kept['theme'], ['system', 'light', 'dark']) ?? fallback.theme,
      density: oneOf(kept['density'], ['normal', 'compact']) ?? fallback.density,
      singleKeys:
        typeof kept['singleKeys'] === 'boolean' ? kept['singleKeys'] : fallback.singleKeys,
    };
  } catch {
    return fallback;
  }
}

function oneOf<T extends string>(value: unknown, among: readonly T[]): T | undefined {
  return among.find((one) => one === value);
}

let current: Preferences | null = null;
const listeners = new Set<() => void>();

/** The preferences of now, for code outside of components. */
export function preferences(): Preferences {
  current ??= readPreferences(keptText(), usual());
  return current;
}

function keptText(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

/** Changes some, keeps them, and dresses the page accordingly. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // As above.
  }
  dress();
  for (const listener of listeners) listener();
}

/** Writes the preferences onto the root element, where the tokens look for them. */
export function dress(): void {
  const { language, theme, density } = preferences();
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (density === 'compact') root.dataset['density'] = 'compact';
  else delete root.dataset['density'];
}

/** The preferences, live. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    preferences,
    preferences,
  );
}
