import type { Area } from '../area.ts';
import type { looking as ja } from '../ja/looking.ts';

/** While Kaeru looks. */
export const looking: Area<typeof ja> = {
  title: 'We have your report and are looking',
  lead: 'You can close this page; we keep looking, and tell you through the exchange.',
  usual: 'This usually takes less than a minute.',
  steps: 'What we are doing',
  read: 'Read the transaction ID',
  readDone: 'Done',
  search: 'Look for it on each network',
  searchNow: 'Asking our own nodes',
  whose: 'Make sure whose it is',
  write: 'Write our answer',
  waitingTitle: 'We can’t conclude yet, and keep looking',
  nextLook: 'You hear from us by {when}, with what we find until then.',
  nextLookSoon: 'There is nothing you need to do until we look again.',
  ask: 'You can also send this to the exchange or wallet it came from',
  askText:
    'Please confirm whether this transfer has been carried out, by which network, and under which transaction ID. Transaction ID: {hash}',
  tellMore: 'Give us another clue',
  withdraw: 'Take this report back',
};
