/** The parts of the list, the first unless asked otherwise. */
export const worklistViews = ['mine', 'team', 'due', 'all'] as const;
/** One part of the list. */
export type WorklistView = (typeof worklistViews)[number];

/** Which part of the worklist the address asks for: every view can be kept and sent as a link. */
export interface WorklistState {
  readonly view?: WorklistView;
  /** Whose turn it is. */
  readonly turn?: string;
  readonly state?: string;
  readonly q?: string;
  readonly sort?: 'due' | 'value' | 'age';
}

const sorts = ['due', 'value', 'age'] as const;
const wordPattern = /^[\w.:-]{1,60}$/;
const queryMax = 200;

/** Reads the address. What does not fit is left out, so that a spoilt link still opens a list. */
export function readWorklistSearch(search: Readonly<Record<string, unknown>>): WorklistState {
  const view = worklistViews.find((one) => one === search['view']);
  const sort = sorts.find((one) => one === search['sort']);
  const turn = wordOf(search['turn']);
  const state = wordOf(search['state']);
  // The router reads bare digits as a number.
  const q = search['q'] === undefined ? '' : String(search['q']).slice(0, queryMax).trim();
  return {
    ...(view && view !== 'mine' ? { view } : {}),
    ...(turn ? { turn } : {}),
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
    ...(sort && sort !== 'due' ? { sort } : {}),
  };
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && wordPattern.test(value) ? value : undefined;
}

/** Whether the view is narrowed by more than its name. */
export function isFiltered({ state, turn, q }: WorklistState): boolean {
  return Boolean(state || turn || q);
}
