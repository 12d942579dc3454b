import { home } from './home.ts';
import { problem } from './problem.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

/** The Japanese catalog. A page has an area of its own. */
export const ja = { home, problem, shell, signIn } as const;
