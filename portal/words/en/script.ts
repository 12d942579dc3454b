import type { Area } from '../area.ts';
import type { script as ja } from '../ja/script.ts';

/** What scripts say. They are sent to the phone: short, and with plain `{name}` only. */
export const script: Area<typeof ja> = {
  renewed: 'The page has changed. {title}',
  stale: 'You are disconnected. This is how it stood at {time}',
  staleAct: 'This button rests until the connection is back. Your report is safe with us.',
  reconnect: 'Connect again',
  fresh: 'You are connected again, and this is up to date.',
  signedOut:
    'Your session has ended. This is how it stood at {time}. What you typed will still be here after you sign in.',
  signIn: 'Sign in again',
  offlineSubmit:
    'You are offline. What you typed is still here. Press again once you are connected.',
  sending: 'Sending…',
  pasteFailed: 'Nothing could be pasted. Press and hold the box to paste.',
  saved: 'Saved at {time}',
  notSaved: 'Not saved yet. It will be as soon as you are connected.',
  walletSign: 'Sign with {wallet}',
  walletAny: 'your wallet',
  walletAsking: 'Look at your wallet. You only sign; nothing is sent.',
  walletOther: 'Your wallet has {chosen} selected. Switch to {wanted} and press again.',
  walletDeclined: 'You declined to sign. Nothing was sent.',
  walletFailed: 'The wallet gave no signature. Press again, or use the other way below.',
  walletNone:
    'This browser has no wallet. Open this page in the browser inside your wallet app, and one button signs it.',
  walletOpen: 'Open in the MetaMask app',
  walletCopyLink: 'Copy the link to this page',
};
