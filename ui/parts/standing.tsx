import type { ReactNode } from 'react';
import { useReading } from '../reading.tsx';
import { Time } from '../values/time.tsx';
import { ownWord } from '../words/own-words.ts';
import { Icon, type IconName } from './icon.tsx';

/** Nothing is here: why, and one thing to do. */
export function Empty(props: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: IconName;
}) {
  return (
    <div className="empty">
      <Icon name={props.icon ?? 'inbox'} />
      <p className="empty-title">{props.title}</p>
      {props.children && <p>{props.children}</p>}
      {props.action && <div className="empty-act">{props.action}</div>}
    </div>
  );
}

/** The true layout before its content: lines, or the rows of a table. Appears after 300 ms. */
export function Skeleton(props: {
  readonly lines?: number;
  readonly kind?: 'text' | 'rows' | 'card';
}) {
  const { language } = useReading();
  const { lines = 3, kind = 'text' } = props;
  return (
    <div className={`skeleton ${kind}`} role="status">
      <span className="vh">{ownWord('loading', language)}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <span key={at} className="bone" aria-hidden="true" />
      ))}
    </div>
  );
}

/** The connection is cut: what is on the page is from then, and nothing that moves money works. */
export function StaleBar(props: { readonly since: Date | string; readonly action?: ReactNode }) {
  const { language } = useReading();
  const [before, after] = ownWord('stale', language, '\n').split('\n');
  return (
    <div className="stale-bar" role="status">
      <Icon name="wifi-off" />
      <span>
        {before}
        <Time at={props.since} to="clock" />
        {after}
        {language === 'en' || language === 'ko' ? '. ' : '。'}
        {ownWord('staleActs', language)}
        {language === 'en' || language === 'ko' ? '.' : '。'}
      </span>
      {props.action}
    </div>
  );
}

/** An incident or notice over everything else, one line. */
export function IncidentBanner(props: { readonly children: ReactNode }) {
  return (
    <div className="incident" role="status">
      <Icon name="triangle-alert" />
      <span>{props.children}</span>
    </div>
  );
}

/** A way out of our pages: told by picture, words and the host's name. */
export function ExternalLink(props: { readonly href: string; readonly children: ReactNode }) {
  const { language } = useReading();
  return (
    <a href={props.href} rel="noreferrer noopener" target="_blank" className="external">
      {props.children}
      <small>
        {new URL(props.href).host}
        <span className="vh">（{ownWord('externalSite', language)}）</span>
      </small>
      <Icon name="external-link" />
    </a>
  );
}
