import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useReading } from '../reading.tsx';
import { type Family, families } from './families.ts';
import { lookOf, type StateTable } from './states.ts';

/** Whose turn it is: silhouette, word and colour. The word says who and what, so it may be longer. */
export function StatusPill(props: {
  readonly family: Family;
  readonly children?: ReactNode;
  /** Another picture than the family's, where the pill tells of an outcome. */
  readonly icon?: IconName;
}) {
  const { language } = useReading();
  const family = families[props.family];
  return (
    <span className={`st ${family.className}`}>
      <Icon name={props.icon ?? family.icon} />
      <span>{props.children ?? family.word[language]}</span>
    </span>
  );
}

/** The same for a state of a table: `<StatePill table="claim" state="quoted" />`. */
export function StatePill(props: { readonly table: StateTable; readonly state: string }) {
  const { language } = useReading();
  const { family, word } = lookOf(props.table, props.state);
  return <StatusPill family={family}>{word[language]}</StatusPill>;
}
