export type { Case, Closed, Closure, Open } from './case.ts';
export { type HandOver, type HandOverProblem, handOver } from './hand-over.ts';
export { closeCase, passTurn, promiseAnew, reopenCase } from './move-case.ts';
export {
  type Entry,
  type NewEntry,
  note,
  type TimelineKind,
  timeline,
  type Visible,
} from './note.ts';
export { type CaseLetter, openCase } from './open-case.ts';
export { casesProblems } from './problems.ts';
export { overdueCases, readCase } from './read-case.ts';
