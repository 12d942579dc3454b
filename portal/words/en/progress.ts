import type { Area } from '../area.ts';
import type { progress as ja } from '../ja/progress.ts';

/** A claim under way, and one that a person is looking at. */
export const progress: Area<typeof ja> = {
  receives: 'You receive',
  credited: 'Goes into your balance',
  fee: 'Fee',
  feeFree: 'Free',
  feeInKind: 'already taken off',
  feeApart: 'taken from your balance',
  when: 'Expected',
  nextWord: 'Next word from us',
  nextWordBy: 'by {when}',
  nextWordNote: 'You hear from us even if nothing has changed.',
  late: 'We promised word by {when} and have missed it. We are sorry. The team knows, and you will hear from us as soon as there is a new date.',
  steps: 'So far, and what comes next',
  you: 'you',
  us: 'us',
  network: 'the network',
  who: ' ({who})',
  record: 'The transfer on record',
  recordLead:
    'From here on you can also follow it on the network’s own record. We call it done when we have seen it arrive ourselves.',
  transaction: 'Transaction id',
  whereToLook: 'Search for this id in your wallet app, or in an explorer for {network}.',
  purpose_gas: 'Network fee made ready (we pay it)',
  purpose_return: 'Sent to you',
  purpose_sweep: 'Our fee taken',
  sentAt: 'sent {when}',
  notSentYet: 'not sent yet',
  destination: 'Goes to (on {network})',
  delivered: 'Delivered to (on {network})',
  sameAsSource: 'All {count} characters are the same as the wallet it came from',
  proven: 'Shown to be your own wallet',
  toBalance: 'Your balance',
  chosen: 'What you chose',
  talk: 'Talk to us about this',
  withdrawUntil: 'Until it is approved you can take it back yourself.',
  heldTitle: 'Where it stands',
  heldKept: 'The assets are unchanged. Until the check is done, nobody here can move them either.',
  heldYou: 'There is nothing you need to do now.',
  reviewTitle: 'Checking for compensation',
  reviewText:
    'Nobody can move the asset itself. A person is checking whether our compensation programme covers your case. If it does not, we tell you why, and how to ask for another person to review it.',
  appealTitle: 'The review',
  appealText:
    'We received your request {when}. Somebody who was not involved in the first decision is reading the record from the start.',
};
