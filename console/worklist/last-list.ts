/** The cases of the list that was last on the screen, in its order: the case page goes along it. */
export interface LastList {
  readonly numbers: readonly string[];
  /** The address of the list, to go back to. */
  readonly href: string;
}

let last: LastList = { numbers: [], href: '/' };

/** Remembers the list on the screen. */
export function keepLastList(list: LastList): void {
  last = list;
}

/** The list that was last on the screen. */
export function lastList(): LastList {
  return last;
}
