import type { WorklistRow } from '../api/shapes.ts';

/** A row as the list shows it. */
export interface ShownRow {
  readonly row: WorklistRow;
  /** It no longer belongs here: somebody acted on it. It keeps its place until the list is renewed. */
  readonly left: boolean;
  /** It is not as it was when it was first shown. */
  readonly changed: boolean;
}

/** What is shown, and how many newer rows wait to be. */
export interface HeldList {
  readonly shown: readonly ShownRow[];
  readonly newer: number;
}

/**
 * Lays what is known now over the order that is on the screen: rows change in place, none moves, none
 * vanishes, none pushes in between.
 *
 * @param held the rows in the order of the screen, as they were first shown
 * @param latest the list as it is now, from its beginning
 * @param isWhole false when `latest` is only the beginning: a row missing from it may come later
 */
export function holdOrder(
  held: readonly WorklistRow[],
  latest: readonly WorklistRow[],
  isWhole: boolean,
): HeldList {
  const now = new Map(latest.map((row) => [row.number, row]));
  const onScreen = new Set(held.map((row) => row.number));
  const shown = held.map((was): ShownRow => {
    const is = now.get(was.number);
    const row = is && is.version >= was.version ? is : was;
    return { row, left: isWhole && !is, changed: row.version !== was.version };
  });
  // A row from further down may only have moved up: of a mere beginning, what changed since counts.
  const since = held.reduce((at, row) => (row.updatedAt > at ? row.updatedAt : at), '');
  const newer = latest.filter(
    (row) => !onScreen.has(row.number) && (isWhole || row.updatedAt > since),
  ).length;
  return { shown, newer };
}
