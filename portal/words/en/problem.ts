import type { Area } from '../area.ts';
import type { problem as ja } from '../ja/problem.ts';

/** Pages that say what is the matter. */
export const problem: Area<typeof ja> = {
  home: 'Go to the first page',
  again: 'Open it again',
  missing: 'There is no such page',
  missingLead:
    'The case number may be wrong, or the page has moved. Your reports are on the first page.',
  notFromHere: 'We did not accept this form',
  notFromHereLead:
    'We could not tell that it came from our own page. Nothing has changed. Open the page again and send it once more.',
  tooLong: 'That was too long for us to take in',
  tooLongLead: 'Paste only the part that gives a clue: the transaction’s number, or a link.',
  refused: 'We can’t go on just now',
};
