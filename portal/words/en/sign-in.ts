import type { Area } from '../area.ts';
import type { signIn as ja } from '../ja/sign-in.ts';

/** The way in. */
export const signIn: Area<typeof ja> = {
  title: 'Please sign in',
  lead: 'Sign in with your account at the exchange, so that only you can read your reports. You then come back here.',
  act: 'Sign in at the exchange',
};
