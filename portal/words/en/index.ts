import type { Area } from '../area.ts';
import type { ja } from '../ja/index.ts';
import { accept } from './accept.ts';
import { answer } from './answer.ts';
import { appeal } from './appeal.ts';
import { claim } from './claim.ts';
import { home } from './home.ts';
import { looking } from './looking.ts';
import { outcome } from './outcome.ts';
import { problem } from './problem.ts';
import { progress } from './progress.ts';
import { receipt } from './receipt.ts';
import { report } from './report.ts';
import { script } from './script.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { trouble } from './trouble.ts';
import { trust } from './trust.ts';
import { wallet } from './wallet.ts';
import { welcome } from './welcome.ts';

/** The English catalog: an area for every area of the Japanese one. */
export const en: { readonly [Name in keyof typeof ja]: Area<(typeof ja)[Name]> } = {
  accept,
  answer,
  appeal,
  claim,
  home,
  looking,
  outcome,
  problem,
  progress,
  receipt,
  report,
  script,
  shell,
  signIn,
  trouble,
  trust,
  wallet,
  welcome,
};
