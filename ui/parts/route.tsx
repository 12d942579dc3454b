import type { ReactNode } from 'react';
import { useReading } from '../reading.tsx';
import { Address } from '../values/address.tsx';
import { Time } from '../values/time.tsx';
import { ownWord } from '../words/own-words.ts';
import { classNames } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

/** A place on the money's way. */
export interface Stop {
  /** What kind of place it is; it decides the picture. */
  readonly place: 'wallet' | 'address' | 'balance' | 'network' | 'other' | 'unknown' | string;
  readonly label: string;
  readonly address?: string | null;
  readonly at?: Date | string | null;
  readonly text?: ReactNode;
  /** The money has been here. */
  readonly reached: boolean;
  /** The money is here now. */
  readonly here: boolean;
  /** Said on the line to the next place: how it came, or why it went no further. */
  readonly via?: ReactNode;
}

const pictures: Readonly<Record<string, IconName>> = {
  wallet: 'wallet',
  address: 'shield-check',
  balance: 'landmark',
  network: 'globe',
  other: 'users',
};

/** 道すじ: a line that goes as far as the money went, and is dotted beyond. */
export function Route(props: { readonly stops: readonly Stop[]; readonly label?: string }) {
  return (
    <ol className="route card" aria-label={props.label}>
      {props.stops.map((stop, at) => {
        const next = props.stops[at + 1];
        const gap = next !== undefined && !next.reached;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place on the way.
          <RouteStop key={at} stop={stop} gap={gap} />
        );
      })}
    </ol>
  );
}

function RouteStop({ stop, gap }: { readonly stop: Stop; readonly gap: boolean }) {
  const { language } = useReading();
  const standing = stop.here ? 'here' : stop.reached ? null : 'off';
  return (
    <li className={classNames(standing, gap && 'gap') || undefined}>
      <span className="dot">
        <Icon name={pictures[stop.place] ?? 'circle-question'} />
      </span>
      <h3>
        {stop.label}
        {standing && (
          <span className="vh">
            {' '}
            {ownWord(standing === 'here' ? 'here' : 'notReached', language)}
          </span>
        )}
      </h3>
      {stop.text && <p>{stop.here ? <span className="now">{stop.text}</span> : stop.text}</p>}
      {stop.at && (
        <p>
          <Time at={stop.at} />
        </p>
      )}
      {stop.address && (
        <p>
          <Address value={stop.address} short />
        </p>
      )}
      {stop.via && <span className="via phrase">{stop.via}</span>}
    </li>
  );
}
