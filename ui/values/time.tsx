import {
  dateText,
  deadlineOf,
  durationText,
  momentOf,
  relativeText,
  type TimeOptions,
  timeText,
} from '../format/index.ts';
import { useReading } from '../reading.tsx';

/** A moment with its weekday, in the reader's zone. */
export function Time(props: {
  readonly at: Date | string;
  readonly to?: TimeOptions['to'];
  /** Another zone than the reader's, named: the console shows UTC beside the exchange's time. */
  readonly zone?: string;
  readonly nameZone?: boolean;
  /** How long ago or ahead, on a second line. */
  readonly relative?: boolean;
}) {
  const { language, zone, now } = useReading();
  const options: TimeOptions = {
    language,
    zone: props.zone ?? zone,
    now,
    to: props.to ?? 'minute',
    ...(props.nameZone === undefined ? {} : { nameZone: props.nameZone }),
  };
  const text = timeText(props.at, options);
  const iso = momentOf(props.at).toISOString();
  if (!props.relative) return <time dateTime={iso}>{text}</time>;
  return (
    <time dateTime={iso}>
      {text}
      <small className="relative">{relativeText(props.at, now, language)}</small>
    </time>
  );
}

/** How long ago or ahead a moment is, with the moment itself to be read on pointing. */
export function RelativeTime({ at }: { readonly at: Date | string }) {
  const { language, zone, now } = useReading();
  return (
    <time dateTime={momentOf(at).toISOString()} title={timeText(at, { language, zone, now })}>
      {relativeText(at, now, language)}
    </time>
  );
}

/** A day of the exchange's calendar: `2026-11-24` is Tuesday wherever it is read. */
export function Day({ of }: { readonly of: string }) {
  const { language, now } = useReading();
  return <time dateTime={of}>{dateText(of, language, now)}</time>;
}

/** A span: `1日21時間`. */
export function Duration({ ms }: { readonly ms: number }) {
  const { language } = useReading();
  return <span className="num">{durationText(ms, language)}</span>;
}

/** A time by which something must be done: the date, and what is left of it. */
export function Deadline(props: { readonly at: Date | string; readonly to?: 'date' | 'minute' }) {
  const { language, zone, now } = useReading();
  const { text, standing } = deadlineOf(props.at, now, language);
  return (
    <time className={`deadline ${standing}`} dateTime={momentOf(props.at).toISOString()}>
      {timeText(props.at, { language, zone, now, to: props.to ?? 'minute' })}
      <small className="relative">{text}</small>
    </time>
  );
}
