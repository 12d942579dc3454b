import type { Area } from '../area.ts';
import type { signIn as ja } from '../ja/sign-in.ts';

/** The way in. */
export const signIn: Area<typeof ja> = {
  title: 'Please sign in',
  lead: 'Sign in with your account at the exchange, so that only you can read your reports. You then come back here.',
  act: 'Sign in at the exchange',
  refused:
    'We could not confirm your sign-in. It may have been open for too long. Please sign in at the exchange once more.',
  busy: 'Many people are signing in at the moment. Please try again in a minute.',
};
