import type { Area } from '../area.ts';
import type { ja } from '../ja/index.ts';
import { home } from './home.ts';
import { problem } from './problem.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

/** The English catalog: an area for every area of the Japanese one. */
export const en: { readonly [Name in keyof typeof ja]: Area<(typeof ja)[Name]> } = {
  home,
  problem,
  shell,
  signIn,
};
