import type { ReactNode } from 'react';
import { useReading } from '../reading.tsx';
import { ownWord } from '../words/own-words.ts';
import { classNames } from './button.tsx';

/** Where a step stands. */
export type Standing = 'done' | 'now' | 'next';

/** A step on the way, with its date. */
export interface Step {
  readonly label: ReactNode;
  /** When it was, or will be, and what happens in it. */
  readonly text?: ReactNode;
  readonly standing: Standing;
}

const standingWord = { done: 'stepDone', now: 'stepNow', next: 'stepNext' } as const;

/** The stages of a case in one row; scrolls by itself where the screen is narrow. */
export function StageStrip(props: { readonly label: string; readonly steps: readonly Step[] }) {
  const { language } = useReading();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
    <ol className="stages" aria-label={props.label} tabIndex={0} data-scroll-x="">
      {props.steps.map((step, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place.
          key={at}
          className={step.standing === 'done' ? undefined : step.standing}
          aria-current={step.standing === 'now' ? 'step' : undefined}
        >
          <span className="vh">{ownWord(standingWord[step.standing], language)}</span>
          {step.label}
          {step.text && <span>{step.text}</span>}
        </li>
      ))}
    </ol>
  );
}

/** What happened and what comes, one below the other, each with its date. */
export function Timeline({ steps }: { readonly steps: readonly Step[] }) {
  const { language } = useReading();
  return (
    <ol className="steps card">
      {steps.map((step, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          key={at}
          className={step.standing}
          aria-current={step.standing === 'now' ? 'step' : undefined}
        >
          <div>
            <b>
              <span className="vh">{ownWord(standingWord[step.standing], language)} </span>
              {step.label}
            </b>
            {step.text && <span>{step.text}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** An entry of a case's history. */
export interface HistoryEntry {
  readonly key: string;
  readonly time: ReactNode;
  /** Initials of a person, or the picture of what else acted. */
  readonly mark: ReactNode;
  /** True for a person's initials. */
  readonly person?: boolean;
  readonly text: ReactNode;
}

/** Who did what, newest first, in the console. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol className="hist">
      {entries.map((entry) => (
        <li key={entry.key}>
          {entry.time}
          <span className={classNames(entry.person ? 'av' : 'ic')} aria-hidden="true">
            {entry.mark}
          </span>
          <div>{entry.text}</div>
        </li>
      ))}
    </ol>
  );
}
