import type { Area } from '../area.ts';
import type { trust as ja } from '../ja/trust.ts';

/** Whether it is really us, and how to reach a person. */
export const trust: Area<typeof ja> = {
  title: 'Check whether a message is really from us',
  lead: 'Every message of ours bears a number. Enter it, and you know at once whether we sent it.',
  id: 'Number of the message',
  idHint:
    'It stands at the end of the message. You may paste the whole message. For a statement or letter, paste its case number and its check value.',
  idMissing: 'Please enter the number. It stands at the end of the message.',
  check: 'Check it',
  sentAt: 'We sent it {when}.',
  subject: 'Its subject is ‘{subject}’.',
  notYours: 'It is a message of ours, but it was not sent to you',
  notYoursText:
    'Somebody may have copied the number. Open none of its links, don’t reply, and tell us.',
  ours: 'We sent this message',
  oursMore:
    'A forger may copy a number. If the message says something else than these pages do, open none of its links and tell us.',
  paper: 'We made this paper',
  paperText: 'Its number and check value agree with our record. Nothing in it has been changed.',
  notOurs: 'We have nothing with this number',
  notOursText:
    'Don’t open its links and don’t reply. If you have already entered something or sent money, contact us right away.',
  unread:
    'We can’t check right now. That doesn’t mean it is false. Please try again in a little while.',
  how: 'How to tell that it is us',
  how1: 'A message of ours bears your case number, and your reports on these pages say the same.',
  how2: 'Our messages never contain a link. Open the app to read more.',
  how3: 'If a message has a link, leave it alone and open the exchange the way you always do.',
  never: 'What we never do',
  never1: 'Ask for keys, recovery phrases, passwords or sign-in codes',
  never2: 'Ask for a fee in advance, or for a transfer to an address you don’t know',
  never3: 'Deal with you by direct message, social media or remote control of your device',
  contacts: 'Official contacts',
  contactsLead: 'Nobody but these contacts is us.',
  phone: 'Phone',
  phoneText: 'day and night, free of charge',
  phoneDemo: 'nobody answers in the demo',
  mail: 'E-mail',
  site: 'Exchange',
  siteText: '‘Contact’ there, once you are signed in, reaches the same desk',
  contactTitle: 'Talk to a person',
  contactLead: 'Begin wherever you can. You don’t need a case number.',
  contactLeadKnown: 'They can see everything so far. You won’t have to explain it again.',
  contactHow: 'Call or write. With your case number they open it at once.',
  contactNumbers: 'Your case numbers',
  contactNone: 'You can also talk to us without a case number.',
  contactSignIn: 'Sign in, and your case numbers appear here.',
  contactReport: 'Report a deposit that has not arrived',
  urgent: 'If you think somebody is in your account, call now',
  urgentText:
    'By phone we stop withdrawals, trading and sign-in. You can undo it once we know it is you.',
  complaint: 'Complaints',
  complaintText:
    'If you are not satisfied with how we dealt with you, you can file a complaint. It is free. You can also turn to a public advice office.',
};
