import type { Area } from '../area.ts';
import type { outcome as ja } from '../ja/outcome.ts';

/** How a claim ended, or rests. */
export const outcome: Area<typeof ja> = {
  receipt: 'What you received',
  found: 'What we found',
  fee: 'Fee',
  tax: 'tax included {amount}',
  free: 'Free',
  network: 'Network costs',
  networkPaid: 'paid by us',
  got: 'You received',
  credited: 'Put into your balance',
  compensated: 'Compensation',
  feeDue: 'to be taken from your balance (invoice {invoice})',
  feeCharged: 'taken from your balance (invoice {invoice})',
  feeUnpaid: 'not paid yet (invoice {invoice})',
  invoice: 'invoice {invoice}',
  openReceipt: 'Open the statement',
  pdf: 'Save the statement as PDF',
  lesson: 'For the next time',
  done: 'There is nothing more to do. You can come back to this page whenever you like.',
  keptTitle: 'Amount in question',
  keptSince: 'Waiting since',
  keptFee: 'Cost of waiting',
  keptWhen: 'What has to happen before we can return it',
  keptWhenText: 'When this happens, we contact you by ourselves.',
  keptNoDate: 'There is no date. We can’t promise when, or whether, it will be possible.',
  takeUpTitle: 'If you change your mind',
  takeUpText:
    'At any time we look again and show the ways that are open then, with their costs. Looking is free.',
  takeUp: 'Look again and let me choose',
  why: 'Why we can’t return it',
  change: 'What would change this',
  foundOut: 'What we found out',
  letterTitle: 'A letter for the other party',
  letterText:
    'It states the transfer and that the address is not ours. Give it as it is to the exchange or person that the address belongs to. It does not hold your name or account.',
  letter: 'Save the letter as PDF',
  otherText:
    'We can’t tell you who they are. We contact them, and can return it only if they agree.',
  appealTitle: 'If you disagree',
  appealText:
    'Somebody who was not involved in the first decision looks at it again. It is free, and there is no time limit.',
  appeal: 'Ask for another person to review it',
  appealAgain: 'Ask for a review once more',
  appealAnswer: 'Result of the review',
  appealAnswerAt: 'on your request of {when}',
  again: 'Have it looked at again',
  complaint: 'Complaints, and where to turn outside',
  withdrawn: 'After withdrawing',
  withdrawnText:
    'What we found out is kept. If you report it again, we go on from there. The asset is where it was.',
  reportAgain: 'Report it again',
  withdraw: 'Withdraw this report',
};
