import type { Area } from '../area.ts';
import type { ja } from '../ja/index.ts';
import { accept } from './accept.ts';
import { answer } from './answer.ts';
import { claim } from './claim.ts';
import { home } from './home.ts';
import { looking } from './looking.ts';
import { problem } from './problem.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { wallet } from './wallet.ts';
import { welcome } from './welcome.ts';

/** The English catalog: an area for every area of the Japanese one. */
export const en: { readonly [Name in keyof typeof ja]: Area<(typeof ja)[Name]> } = {
  accept,
  answer,
  claim,
  home,
  looking,
  problem,
  report,
  shell,
  signIn,
  wallet,
  welcome,
};
