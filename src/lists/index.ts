export type { ListKind, ListVersion, TokenLabel } from './list.ts';
export {
  type AgeDaysMax,
  ageDaysMaxDefault,
  type ListEntry,
  type Lists,
  loadLists,
} from './load-lists.ts';
export {
  dangerKinds,
  destinationKinds,
  type Screening,
  screen,
  tokenLabelsOf,
} from './screen.ts';
