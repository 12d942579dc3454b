import { type ClaimState, claimStates } from '../../../recovery/index.ts';

/** The languages that claims are made in. */
export const languages = ['ja', 'en'] as const;

/** One kind of case to make: a state, and who reads it. */
export interface Share {
  readonly state: ClaimState;
  readonly language: (typeof languages)[number];
}

/** A return is paid for real, on chain, by the application: it takes seconds. */
const returnsMax = 6;

/**
 * What is to be made so that `cases` claims stand in all, evenly over states and languages, where
 * `have` tells how many there are already. Never more than are missing, but for a kind of which there is
 * none yet, where `cases` has room for one of each.
 */
export function missing(cases: number, have: (share: Share) => number): Share[] {
  const kinds = languages.flatMap((language) =>
    (Object.keys(claimStates) as ClaimState[]).map((state) => ({ state, language })),
  );
  const counts = kinds.map((kind) => ({ kind, count: have(kind) }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const made: Share[] = [];
  while (true) {
    const open = counts.filter(
      ({ kind, count }) => kind.state !== 'returned' || count < returnsMax,
    );
    const least = open.reduce((a, b) => (b.count < a.count ? b : a));
    const isWanted = least.count === 0 && cases >= kinds.length;
    if (total + made.length >= cases && !isWanted) return made;
    least.count += 1;
    made.push(least.kind);
  }
}
