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

/** The Japanese catalog. A page has an area of its own. */
export const ja = {
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
} as const;
