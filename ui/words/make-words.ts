import { createInstance } from 'i18next';
import { default as Icu } from 'i18next-icu';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Language } from '../format/index.ts';

/** The sentences of one language by their keys, in ICU's message format. */
export type Catalog = Readonly<Record<string, string>>;

/** Catalogs by language: Japanese and English are whole, the others may wait. */
export type Catalogs<C extends Catalog> = {
  readonly ja: C;
  readonly en: { readonly [Key in keyof C]: string };
  readonly zh?: Partial<{ readonly [Key in keyof C]: string }>;
  readonly ko?: Partial<{ readonly [Key in keyof C]: string }>;
};

/** What may stand in a sentence's place. Money, addresses and times come in as printed text. */
export type WordValues = Readonly<Record<string, string | number>>;

/** Sentences in the reader's language. */
export interface Words<Key extends string> {
  readonly language: Language;
  /** The sentence of `key`. Throws when a placeholder has no value. */
  t(key: Key, values?: WordValues): string;
  /** The same with elements in some places: a link or an `<Amount>` stands where its name stood. */
  tx(key: Key, values: Readonly<Record<string, ReactNode>>): ReactNode;
}

/** Where elements go: characters of the private use area, which no text of ours has. */
const firstMark = 0xe000;
const marks = /[\ue000-\ue0ff]/;

/**
 * The words of an app in one language, on the server and in the browser alike. Missing zh and ko
 * sentences are shown in English. i18next knows nothing of the other languages' catalogs.
 */
export function makeWords<C extends Catalog>(
  language: Language,
  catalogs: Catalogs<C>,
): Words<keyof C & string> {
  const instance = createInstance({
    lng: language,
    fallbackLng: 'en',
    resources: {
      [language]: { translation: { ...(catalogs[language] ?? {}) } },
      ...(language === 'en' ? {} : { en: { translation: { ...catalogs.en } } }),
    },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    i18nFormat: { parseErrorHandler: failOnBadMessage },
  }).use(Icu);
  void instance.init();
  const t = (key: keyof C & string, values: WordValues = {}): string => {
    if (!instance.exists(key)) throw new RangeError(`No sentence is called ${key}.`);
    return String(instance.t(key as string, { ...values }));
  };
  return { language, t, tx: (key, values) => withElements(t, key, values) };
}

function failOnBadMessage(error: Error, key: string): never {
  throw new Error(`The sentence ${key} cannot be put together: ${error.message}`);
}

function withElements<Key extends string>(
  t: (key: Key, values: WordValues) => string,
  key: Key,
  values: Readonly<Record<string, ReactNode>>,
): ReactNode {
  const elements: ReactNode[] = [];
  const flat: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' || typeof value === 'number') flat[name] = value;
    else {
      flat[name] = String.fromCharCode(firstMark + elements.length);
      elements.push(value);
    }
  }
  const pieces = t(key, flat).split(/([\ue000-\ue0ff])/);
  return pieces.map((piece, at) =>
    createElement(Fragment, { key: at }, marks.test(piece) ? elements[markAt(piece)] : piece),
  );
}

function markAt(piece: string): number {
  return piece.charCodeAt(0) - firstMark;
}
