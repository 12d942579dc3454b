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

/** The Japanese catalog. A page has an area of its own. */
export const ja = {
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
} as const;
