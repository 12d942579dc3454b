import type { Area } from '../area.ts';
import type { looking as ja } from '../ja/looking.ts';

/** While Kaeru looks. */
export const looking: Area<typeof ja> = {
  usual: 'This usually takes less than a minute.',
  steps: 'What we are doing',
  read: 'Read the transaction ID',
  search: 'Look for it on each network',
  whose: 'Make sure whose it is',
  write: 'Write our answer',
  nextLook: 'You hear from us by {when}, with what we find until then.',
  nextLookSoon: 'There is nothing you need to do until we look again.',
  ask: 'You can also send this to the exchange or wallet it came from',
  askText:
    'Please confirm whether this transfer has been carried out, by which network, and under which transaction ID. Transaction ID: {hash}',
  tellMore: 'Give us another clue',
  withdraw: 'Take this report back',
  readHints: 'Compare your clues with your deposit addresses',
  done: 'Done',
  now: 'Reading the records of the networks',
  next: 'Next',
  askCopy: 'Copy this text',
};
