import i18next from 'i18next';
import ICU from 'i18next-icu';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

/** The languages whose catalogs are complete, each in its own word. */
export const languages = { ja: '日本語', en: 'English' } as const;

/** A language that the portal speaks. */
export type Language = keyof typeof languages;

/** The catalogs as they are written: area → name → ICU message. Japanese is written first. */
export const catalogs = { ja, en } as const;

/** Every sentence of the portal: `answer.why`. */
export type WordKey = {
  [Area in keyof typeof ja & string]: `${Area}.${keyof (typeof ja)[Area] & string}`;
}[keyof typeof ja & string];

/** Says a sentence, with its values put in. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const engine = i18next.createInstance();
engine.use(ICU).init({
  lng: 'ja',
  fallbackLng: false,
  resources: { ja: { portal: ja }, en: { portal: en } },
  ns: ['portal'],
  defaultNS: 'portal',
  initAsync: false,
});

/** The words of one language. */
export function wordsOf(language: Language): Words {
  const say = engine.getFixedT(language);
  return (key, values) => say(key, { ...values });
}

/** Narrows what an address, a cookie or a header names. */
export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text);
}
