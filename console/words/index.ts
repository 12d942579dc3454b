import { makeWords, type Words } from '../../ui/words/index.ts';
import { preferences, usePreferences } from '../preferences/preferences.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

/** The name of a text. The Japanese catalog is written first and decides which there are. */
export type WordKey = keyof typeof ja;
/** Says a text in the reader's language; values fill its ICU placeholders. */
export type Say = Words<WordKey>['t'];
type Language = 'ja' | 'en';

const catalogs = { ja: ja as Readonly<Record<WordKey, string>>, en };
const made: Readonly<Record<Language, Words<WordKey>>> = {
  ja: makeWords('ja', catalogs),
  en: makeWords('en', catalogs),
};

/** The texts of one language, whatever the reader's is. */
export function wordsIn(language: Language): Say {
  return made[language].t;
}

/** The texts in the reader's language, for code outside of components. */
export function words(): Say {
  return made[preferences().language].t;
}

/** The texts in the reader's language. */
export function useWords(): Say {
  return made[usePreferences().language].t;
}

/** The same with elements in some places: a link or an `<Amount>` stands where its name stood. */
export function useSentences(): Words<WordKey>['tx'] {
  return made[usePreferences().language].tx;
}
