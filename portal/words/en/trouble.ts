import type { Area } from '../area.ts';
import type { trouble as ja } from '../ja/trouble.ts';

/** Pages that can't be shown, with what is safe and what to do. */
export const trouble: Area<typeof ja> = {
  broken: 'We can’t show this page: the fault is ours',
  brokenLead:
    'Your reports are safe, and what is under way goes on. Please open it again. If it stays like this, give us this number.',
  reference: 'Number for asking us',
  away: 'These pages can’t be shown right now',
  awayLead:
    'Your reports are safe. Please open the page again in a few minutes. If it is urgent, call us.',
  busy: 'There are many requests at the moment',
  busyLead:
    'There was a lot in a short time. Please open the page again in about {seconds} seconds. Your reports are safe.',
  signedOutKept: 'What you typed is kept. You can go on from there after signing in.',
};
