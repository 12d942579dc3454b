import type { Area } from '../area.ts';
import type { appeal as ja } from '../ja/appeal.ts';

/** Asking for another person's look, and taking a report back. */
export const appeal: Area<typeof ja> = {
  title: 'Ask for another person to review it',
  lead: 'Somebody who was not involved in the first decision reads the record from the start. It is free.',
  before: 'The result so far',
  said: 'What you would like to tell us',
  hint: 'Write what you think is different, or what you know. It needn’t be in order.',
  never: 'Don’t write keys, recovery phrases, passwords or sign-in codes.',
  missing: 'Please write a word or two. ‘Please look again’ is enough.',
  tooLong: 'The text is too long (at most {max} characters; this has {count}). Please shorten it.',
  act: 'Ask for the review',
  afterNoDate: 'Your case number stays the same, and this page will show when you hear from us.',
  kept: 'What you wrote before signing in is still here.',
  not: 'This report can’t be reviewed just now. Please talk to us.',
  withdrawTitle: 'Withdraw this report?',
  withdrawLead:
    'If you withdraw it, we stop looking and end what is under way. The asset stays where it is. You can report it again later.',
  withdrawAct: 'Withdraw it',
  withdrawBack: 'Keep it and go back',
  withdrawNot: 'This report can’t be withdrawn just now. If it is urgent, please talk to us.',
};
