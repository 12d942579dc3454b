import type {
  ChangeCode,
  Facts,
  ReasonCode,
  ReasonOutcome,
} from '../../src/recovery/diagnosis/index.ts';
import { cases as casesOfPlace } from './cases-of-place.ts';
import { cases as casesOfState } from './cases-of-state.ts';

/** One code, shown: facts that lead to it, and facts that differ in one thing and must not. */
export interface DiagnosisCase {
  readonly code: ReasonCode;
  /** What happened, in words: the line of the reference. */
  readonly title: string;
  readonly facts: Facts;
  readonly outcome: ReasonOutcome;
  /** The deciding fact, which comes first: `name=value`. */
  readonly because: string;
  readonly wouldChange: ChangeCode;
  readonly nearMiss: {
    readonly title: string;
    readonly facts: Facts;
    /** What the answer is instead. */
    readonly instead: ReasonCode;
  };
}

/** In the order of the rules. */
export const diagnosisCases: readonly DiagnosisCase[] = [...casesOfState, ...casesOfPlace];
