import type { Area } from '../area.ts';
import type { report as ja } from '../ja/report.ts';

/** Reporting a deposit that did not arrive. */
export const report: Area<typeof ja> = {
  title: 'Let’s find your deposit',
  lead: 'Whatever you have is enough. We look up the blockchain’s records for you.',
  seen: 'Is it this one?',
  seenAct: 'See about this {amount}',
  seenNot: 'If it is another deposit, go on below.',
  clue: 'Paste any record of the transfer',
  clueHint: 'A transaction ID (TXID), a link, or the whole e-mail: anything will do.',
  warning:
    'Don’t write private keys, recovery phrases, passwords or sign-in codes. We never ask for them.',
  go: 'Look it up',
  free: 'Looking is free.',
  noRecord: 'I have no record',
  where: 'Where to find the transaction ID',
  whereExchange:
    'Sent from another exchange: open the withdrawal in its history. It is called “transaction ID”, “TXID” or “hash”.',
  whereWallet:
    'Sent from a wallet: open the transfer in its history, press “view on explorer”, and paste the link of that page.',
  whereOther: 'Sent by another person: ask them for the transaction ID (TXID).',
  clueMissing: 'Paste one clue, or go on to “I have no record”.',

  hintsTitle: 'Tell us what you remember',
  hintsLead: 'Only what you know. We compare it with the records of your own deposit addresses.',
  hintsNotFound: 'We found no transaction ID in what you pasted. We have kept it.',
  when: 'When did you send it?',
  whenToday: 'Today',
  whenYesterday: 'Yesterday',
  whenWeek: 'Within a week',
  whenMonth: 'Within a month',
  whenEarlier: 'Earlier',
  unknown: 'I don’t know',
  asset: 'What did you send?',
  assetHint: 'The name of the coin or token, such as WBTC',
  amount: 'About how much?',
  amountHint: 'Roughly is fine, such as 5',
  from: 'Where did you send it from?',
  fromExchange: 'Another exchange',
  fromWallet: 'My own wallet',
  fromPerson: 'Another person sent it',
  address: 'The address it was sent to',
  addressHint: 'Only if you know it: 42 characters that begin with 0x',
  note: 'Anything else',
  noteHint: 'If there is something we should know',
  next: 'Continue',

  checkTitle: 'Please check what you send',
  checkLead: 'We look it up with this. Looking moves no money.',
  checkClue: 'What you pasted',
  submit: 'Have it looked up',
  submitMore:
    'You get a case number at once. What we find usually appears on this page within a minute.',

  sealedTitle: 'There was a secret in it, which we took out',
  sealed:
    'Part of it looked like a private key or a recovery phrase. We did not store that part. Please move the funds of that wallet to a new one now.',
  secretMarker: '(a secret, taken out)',

  expired:
    'Your session has ended. What you typed is still on this page. Sign in by the link below, come back to this page, and press the button again.',
  expiredAct: 'Sign in on a new page',
  unsent:
    'It could not be sent. What you typed is still on this page. Please try again in a moment.',
  seenAt: 'It arrived {when} by {network}, and is not in your balance yet.',
  seenNow: 'It has just arrived by {network}, and is not in your balance yet.',
  paste: 'Paste what I copied',
  back: 'Back',
  checkFound: 'Found in it: {what}',
  checkHints: 'What you remember',
  none: 'None',
};
