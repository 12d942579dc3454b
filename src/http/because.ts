import { whyNotWords } from '../recovery/index.ts';
import type { Language } from './language.ts';

interface Words {
  readonly ja: string;
  readonly en: string;
}

/** A reason within a refusal: a code for programs, words for people. */
export interface Because {
  readonly code: string;
  readonly words: string;
}

const destinationWords: Readonly<Record<string, Words>> = {
  dead_address: { ja: '鍵のないアドレスです', en: 'nobody holds its key' },
  address_of_the_exchange: {
    ja: '取引所が管理しているアドレスです',
    en: 'it belongs to the exchange',
  },
  not_offered: { ja: 'この案件では扱えません', en: 'it is not offered in this case' },
};

const toBeChecked: Words = {
  ja: '確認が必要です',
  en: 'it has to be checked first',
};

/**
 * What may be told of a reason. Which list an address stands on is told to nobody (a warning would
 * help whoever is warned of), nor which part of ours did not answer: both have to be checked first.
 */
export function tellBecause(code: string, language: Language): Because {
  const words = destinationWords[code] ?? (whyNotWords as Readonly<Record<string, Words>>)[code];
  if (!words) return { code: 'to_be_checked', words: toBeChecked[language] };
  return { code, words: words[language].replace(/[。.]$/, '') };
}
