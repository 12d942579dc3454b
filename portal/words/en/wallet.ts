import type { Area } from '../area.ts';
import type { wallet as ja } from '../ja/wallet.ts';

/** Showing that a wallet is one's own. */
export const wallet: Area<typeof ja> = {
  title: 'Please show us that the wallet is yours',
  address: 'The wallet',
  begin: 'Begin',
  beginMore: 'You have 24 hours, and can begin again later.',
  waysTitle: 'One of the two is enough',
  sign: 'By a signature',
  signTime: 'About 3 minutes. It costs nothing.',
  signByHand: 'In your wallet, open “sign message”, enter this text exactly as it is, and sign it.',
  message: 'Text to sign',
  signature: 'Paste the signature',
  signatureHint: 'A long text that begins with 0x. It is not your private key or recovery phrase.',
  signatureMissing: 'Please paste the signature: a long text that begins with 0x.',
  signAct: 'Send the signature',
  amountWay: 'By a small amount',
  amountTime: 'For wallets that can’t sign. The network charges its own fee.',
  amountHow:
    'From this wallet, send exactly this amount on {network}, to your own deposit address as the exchange’s deposit page shows it.',
  amountCoin: 'Send the coin that pays for fees on {network}, not a token.',
  amountExact: 'Amount to send, to the last digit',
  transaction: 'Paste the transaction ID of what you sent',
  transactionHint: '0x and 64 characters',
  transactionMissing: 'Please paste the transaction ID: 0x and 64 characters.',
  amountAct: 'Have the transfer checked',
  expires: 'Please finish by {when}.',
  demo: 'Demo: you don’t have this wallet, so the demo’s own wallet signs in your place.',
  demoAct: 'Sign with the demo’s wallet',
  other: 'Choose another way',
  amountTo: 'Your deposit address looks like this: {address}',
  back: 'Back to the beginning',
};
