import { createContext, type ReactNode, useContext } from 'react';
import { homeZone, type Language } from './format/index.ts';

/** Who reads: everything that prints a word or a time asks this. */
export interface Reading {
  readonly language: Language;
  /** The reader's time zone. */
  readonly zone: string;
  /** The moment the page is made for: the year of a date, what is past and what is ahead. */
  readonly now: Date;
}

const ReadingContext = createContext<Reading | null>(null);

/** Tells all that stands inside it who reads. Works the same where a page is rendered once. */
export function ReadingProvider(props: {
  readonly language: Language;
  readonly zone?: string;
  readonly now: Date;
  readonly children: ReactNode;
}) {
  const { language, zone = homeZone, now, children } = props;
  return <ReadingContext value={{ language, zone, now }}>{children}</ReadingContext>;
}

/** Who reads. Throws outside of a `ReadingProvider`: no page guesses its reader's language. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('Put the page into a ReadingProvider: it says who reads.');
  return reading;
}
