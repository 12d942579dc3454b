import type { Area } from '../area.ts';
import type { trouble as ja } from '../ja/trouble.ts';

/** Pages that can't be shown, with what is safe and what to do. */
export const trouble: Area<typeof ja> = {
  missing: 'There is no such page',
  missingLead:
    'The case number may be wrong, or the page has moved. All your reports are on the first page.',
  home: 'Go to the first page',
  broken: 'We can’t show this page: the fault is ours',
  brokenLead:
    'Your reports are safe, and what is under way goes on. Please open it again. If it stays like this, give us this number.',
  reference: 'Number for asking us',
  copyReference: 'Copy the number',
  again: 'Open it again',
  away: 'These pages are down for maintenance',
  awayLead:
    'What is under way with your assets goes on, and your reports are safe. Please open the page again in a few minutes. If it is urgent, call us.',
  busy: 'There are many requests at the moment',
  busyLead:
    'There was a lot in a short time. Please open the page again in about {seconds} seconds. Your reports are safe.',
  signedOut: 'Please sign in again',
  signedOutLead:
    'To protect your assets, your session ends when you have not used it for a while. Signing in brings you back to this page.',
  signedOutKept: 'What you typed is kept. You can go on from there after signing in.',
  signIn: 'Sign in at the exchange',
  changed: 'It changed while you were looking. This is how it stands now.',
  talk: 'Talk to us',
};
