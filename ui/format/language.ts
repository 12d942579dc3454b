/** The languages that pages are written in. */
export type Language = 'ja' | 'en' | 'zh' | 'ko';

/** Every language, in the order of the switch, by its own name. */
export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'ja', name: '日本語' },
  { code: 'en', name: 'English' },
  { code: 'zh', name: '中文' },
  { code: 'ko', name: '한국어' },
];

/** A text in every language. */
export type InEveryLanguage = Readonly<Record<Language, string>>;

/** True for a code that pages are written in. */
export function isLanguage(code: string): code is Language {
  return languages.some((one) => one.code === code);
}

/** The space that keeps a number and its unit on one line. */
export const noBreak = '\u00a0';
