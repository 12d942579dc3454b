import { type Words as MadeWords, makeWords } from '../../ui/words/index.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

/** The languages whose catalogs are complete: the switch lists no others. */
export const languages = { ja: '日本語', en: 'English' } as const;

/** A language that the portal speaks. */
export type Language = keyof typeof languages;

type Areas = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every sentence of the portal: `answer.why`. */
export type WordKey = {
  [Area in keyof typeof ja & string]: `${Area}.${keyof (typeof ja)[Area] & string}`;
}[keyof typeof ja & string];

/** The sentences in the reader's language. */
export type Words = MadeWords<WordKey>;

/** The catalogs, area by area joined: `answer.why` → ICU message. */
export const catalogs = { ja: joined(ja), en: joined(en) };

const made = {
  ja: makeWords('ja', catalogs),
  en: makeWords('en', catalogs),
} as const satisfies Record<Language, Words>;

/** The words of one language. */
export function wordsOf(language: Language): Words {
  return made[language];
}

/** Narrows what an address, a cookie or a header names. */
export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text);
}

function joined(areas: Areas): Readonly<Record<WordKey, string>> {
  const sentences = Object.entries(areas).flatMap(([area, names]) =>
    Object.entries(names).map(([name, text]) => [`${area}.${name}`, text] as const),
  );
  return Object.fromEntries(sentences) as Record<WordKey, string>;
}
