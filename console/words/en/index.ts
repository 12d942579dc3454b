import type { WordKey } from '../index.ts';
import { caseWords } from './case.ts';
import { pageWords } from './pages.ts';
import { paletteWords } from './palette.ts';
import { shellWords } from './shell.ts';
import { worklistWords } from './worklist.ts';

/** Every text of the console in English. A key that is missing here fails the type check. */
export const en: Readonly<Record<WordKey, string>> = {
  ...shellWords,
  ...caseWords,
  ...worklistWords,
  ...paletteWords,
  ...pageWords,
};
