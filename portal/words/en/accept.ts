import type { Area } from '../area.ts';
import type { accept as ja } from '../ja/accept.ts';

/** Taking one of the ways: everything once more, and the exchange asks who it is. */
export const accept: Area<typeof ja> = {
  title: 'Is this what you want?',
  titleWait: 'Do you want to wait?',
  lead: 'Two of us then check it separately. Until they have approved, you can take it back yourself.',
  howMany: 'You receive',
  whereTo: 'Where to',
  toBalance: 'The balance of your account',
  network: 'Network',
  fee: 'Fee',
  when: 'Expected',
  factor: 'The exchange may ask you to confirm that it is you. You then come back to this page.',
  factorDone: 'Thank you for confirming. Please press the button below once more.',
  act_credit: 'Put {amount} into my balance',
  act_return: 'Ask for {amount} to be returned',
  act_wait: 'I will wait',
  back: 'Choose again',
  addressTitle: 'Which wallet shall we return it to?',
  addressLead:
    'Paste the address of a wallet of your own. We can’t return it to an exchange’s address, where it could be lost.',
  address: 'Address to return it to',
  addressHint: '42 characters that begin with 0x, of a wallet that can receive on {network}.',
  addressMissing: 'Please paste the address to return it to.',
  addressNext: 'Go on and check',
  proofNext: 'After this you show that the wallet is yours (about 3 minutes).',
  notSource: 'This is not the wallet it came from. After this you show that it is yours.',
  addressSecret:
    'That looked like a private key or a recovery phrase, so we removed it. Please move the funds of that wallet to a new one now. Paste only the address here: 42 characters that begin with 0x.',
  addressShape:
    'An address is 42 characters that begin with 0x. Paste it as your wallet’s “receive” page shows it.',
  addressLength: 'An address has 42 characters, 0x included. This has {count}.',
  what: 'Way',
};
