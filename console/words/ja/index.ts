import { caseWords } from './case.ts';
import { pageWords } from './pages.ts';
import { paletteWords } from './palette.ts';
import { shellWords } from './shell.ts';
import { worklistWords } from './worklist.ts';

/** Every text of the console in Japanese, in which it was written first. */
export const ja = {
  ...shellWords,
  ...caseWords,
  ...worklistWords,
  ...paletteWords,
  ...pageWords,
} as const;
