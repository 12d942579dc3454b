import { isLanguage, type Language } from '../format/index.ts';

/** How the gallery is looked at: all of it in the address, so that a picture can be asked for. */
export interface View {
  readonly app: 'portal' | 'console';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly language: Language;
  readonly density: 'normal' | 'compact';
  /** What stands open: a dialog, a menu. */
  readonly open: string | null;
}

/** What can be chosen, in the order of the bar. */
export const choices = {
  app: ['portal', 'console'],
  theme: ['auto', 'light', 'dark'],
  language: ['ja', 'en', 'zh', 'ko'],
  density: ['normal', 'compact'],
} as const satisfies Partial<Record<keyof View, readonly string[]>>;

/** Reads a view from the address. What is not known is the first of its kind. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const one = <Name extends keyof typeof choices>(name: Name): (typeof choices)[Name][number] => {
    const known: readonly (typeof choices)[Name][number][] = choices[name];
    return known.find((value) => value === asked.get(name)) ?? choices[name][0];
  };
  const language = asked.get('language') ?? 'ja';
  return {
    app: one('app'),
    theme: one('theme'),
    language: isLanguage(language) ? language : 'ja',
    density: one('density'),
    open: asked.get('open'),
  };
}

/** The address of the same view with one thing changed. */
export function addressOf(view: View, name: keyof typeof choices, value: string): string {
  const { app, theme, language, density } = view;
  return `?${new URLSearchParams({ app, theme, language, density, [name]: value })}`;
}
