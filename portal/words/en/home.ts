import type { Area } from '../area.ts';
import type { home as ja } from '../ja/home.ts';

/** The first page: what happened, and one's own reports. */
export const home: Area<typeof ja> = {
  title: 'What happened?',
  deposit: 'A deposit has not arrived',
  depositMore: 'You sent something, and it is not in your balance',
  theft: 'Someone may be in my account',
  theftMore: 'By phone you can stop the account right now',
  withdrawal: 'A withdrawal is late or has not arrived',
  account: 'I can’t log in, or can’t use my account',
  trade: 'An order or a trade',
  other: 'Something else',
  claims: 'Your reports',
  claimsNone: 'You have not reported anything yet.',
  claimsSignIn: 'Sign in to see your reports.',
  claimsUnread: 'We can’t load your reports just now. They are safe with us.',
  signIn: 'Sign in to see them',
  filedAt: 'reported {when}',
  isItYou: 'Check that a message is really from us',
  draft: 'You have begun a report',
  draftOn: 'Go on writing',
  demo: 'To the demo’s first page',
};
