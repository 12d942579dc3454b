import { invariant } from '../std/index.ts';
import type { Entry } from './entry.ts';

const editionsMax = 100;

/** The key under which an entry with `key` is reversed. There is one: nothing is reversed twice. */
export function reversalKey(key: string): string {
  return `reverse/${key}`;
}

/** The key of an entry that is booked for the `edition`th time, having been reversed in between. */
export function editionKey(key: string, edition: number): string {
  invariant(
    Number.isInteger(edition) && edition >= 1 && edition <= editionsMax,
    `an entry is booked between 1 and ${editionsMax} times, not ${edition}`,
  );
  return edition === 1 ? key : `${key}#${edition}`;
}

/**
 * The same movement booked anew after it was reversed: a transfer that a reorganisation took away and
 * the chain shows again, or an entry that was booked with a mistake. The database refuses it while
 * the edition before stands unreversed. `timesReversed` says which edition is next.
 *
 * @example
 * post(tx, context, bookedAgain(foundOnChain(found), 1 + (await timesReversed(tx, key))));
 */
export function bookedAgain(entry: Entry, edition: number): Entry {
  if (edition === 1) return entry;
  return {
    ...entry,
    key: editionKey(entry.key, edition),
    follows: reversalKey(editionKey(entry.key, edition - 1)),
  };
}
