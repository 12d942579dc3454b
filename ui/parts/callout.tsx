import type { ReactNode } from 'react';
import { useReading } from '../reading.tsx';
import { type Family, families } from '../status/families.ts';
import { ownWord } from '../words/own-words.ts';
import { Icon, type IconName } from './icon.tsx';

/** Three urgencies, said in words too: right now, today, no hurry. */
export type Urgency = 'now' | 'today' | 'calm';

const urgencyLook: Readonly<Record<Urgency, { family: Family; icon: IconName }>> = {
  now: { family: 'stop', icon: 'siren' },
  today: { family: 'you', icon: 'clock' },
  calm: { family: 'us', icon: 'info' },
};

/** An instruction that must not be missed. Its heading is the instruction itself. */
export function Callout(props: {
  readonly urgency: Urgency;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) {
  const { language } = useReading();
  const { family, icon } = urgencyLook[props.urgency];
  return (
    <section className={`callout ${families[family].className}`}>
      <h2>
        <Icon name={icon} />
        <span>
          <span className="vh">
            {ownWord(props.urgency, language)}
            {language === 'en' ? ': ' : '：'}
          </span>
          {props.title}
        </span>
      </h2>
      {props.children && <div className="callout-body">{props.children}</div>}
    </section>
  );
}

/** A sentence in the tint of a family: what waits, what was done, what is stopped. */
export function Note(props: {
  readonly family: Family;
  readonly children: ReactNode;
  readonly icon?: IconName;
  /** Told at once to those who don't see it appear. */
  readonly live?: boolean;
}) {
  const { className, icon } = families[props.family];
  return (
    <div className={`note ${className}`} role={props.live ? 'status' : undefined}>
      <Icon name={props.icon ?? icon} />
      <div>{props.children}</div>
    </div>
  );
}

/** What we never do: the same list on every page that asks for something. */
export function NeverList(props: {
  readonly title: string;
  readonly items: readonly string[];
  readonly children?: ReactNode;
}) {
  return (
    <section className="never">
      <h2>
        <Icon name="shield-alert" />
        {props.title}
      </h2>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {props.children && <p>{props.children}</p>}
    </section>
  );
}
