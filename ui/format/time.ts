import type { Language } from './language.ts';

/** How a moment is printed. */
export interface TimeOptions {
  readonly language: Language;
  /** The reader's zone, e.g. `Asia/Tokyo`. */
  readonly zone: string;
  /** The year is told when it is not the year of this moment. Null: always. */
  readonly now: Date | null;
  /** `date`: the day. `minute`: day and hour. `second`: for evidence. `clock`: the hour alone. */
  readonly to?: 'date' | 'minute' | 'second' | 'clock';
  /** Names the zone. By default only where it is not the exchange's own. */
  readonly nameZone?: boolean;
}

/** The zone of the exchange's calendar; any other is named beside the time. */
export const homeZone = 'Asia/Tokyo';

/** A moment out of the API's text. Throws on what is no time. */
export function momentOf(value: Date | string): Date {
  const date = typeof value === 'string' ? new Date(value) : value;
  if (Number.isNaN(date.getTime())) throw new RangeError('This is not a time.');
  return date;
}

/**
 * A day with its weekday, always, in 24 hours: `11月22日（日）14:05`, `Sun 22 Nov 14:05`. Built from
 * parts: what `Intl` makes of them has half-width parentheses in Japanese.
 */
export function timeText(value: Date | string, options: TimeOptions): string {
  const moment = momentOf(value);
  const { language, zone, now, to = 'minute' } = options;
  const parts = partsOf(moment, language, zone);
  const clock = `${parts.hour}:${parts.minute}${to === 'second' ? `:${parts.second}` : ''}`;
  const named = options.nameZone ?? (zone !== homeZone && to !== 'date');
  const place = named ? zoneName(moment, language, zone) : '';
  if (to === 'clock') return clock + place;
  const withYear = now === null || partsOf(now, language, zone).year !== parts.year;
  const day = dayText(parts, language, withYear);
  if (to === 'date') return day;
  return `${day}${language === 'ja' || language === 'zh' ? '' : ' '}${clock}${place}`;
}

/** A calendar day of the exchange (`2026-11-24`), which has no zone. */
export function dateText(day: string, language: Language, now: Date | null): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError('A day is written YYYY-MM-DD.');
  const parts = partsOf(momentOf(`${day}T00:00:00Z`), language, 'UTC');
  const withYear = now === null || partsOf(now, language, homeZone).year !== parts.year;
  return dayText(parts, language, withYear);
}

/** True when both moments fall on one day in that zone. */
export function isSameDay(a: Date | string, b: Date | string, zone: string): boolean {
  const day = (value: Date | string) => {
    const parts = partsOf(momentOf(value), 'en', zone);
    return `${parts.year} ${parts.month} ${parts.day}`;
  };
  return day(a) === day(b);
}

type Parts = Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second', string>;

const makers = new Map<string, Intl.DateTimeFormat>();
const locales = { ja: 'ja-JP', en: 'en-GB', zh: 'zh-CN', ko: 'ko-KR' } as const;

function partsOf(moment: Date, language: Language, zone: string): Parts {
  const key = `${language} ${zone}`;
  const maker =
    makers.get(key) ??
    new Intl.DateTimeFormat(locales[language], {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: language === 'en' ? 'short' : 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  makers.set(key, maker);
  const found: Record<string, string> = {};
  for (const { type, value } of maker.formatToParts(moment)) found[type] = value;
  // en-GB says `Sept`, which is the one month of four letters.
  return { ...(found as Parts), month: (found['month'] ?? '').replace('Sept', 'Sep') };
}

function dayText(parts: Parts, language: Language, withYear: boolean): string {
  const { year, month, day, weekday } = parts;
  if (language === 'en') return `${weekday} ${day} ${month}${withYear ? ` ${year}` : ''}`;
  if (language === 'ko') return `${withYear ? `${year}년 ` : ''}${month}월 ${day}일(${weekday})`;
  return `${withYear ? `${year}年` : ''}${month}月${day}日（${weekday}）`;
}

function zoneName(moment: Date, language: Language, zone: string): string {
  const name =
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(moment)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone;
  const known = zone === homeZone ? 'JST' : name;
  return language === 'ja' || language === 'zh' ? `（${known}）` : ` ${known}`;
}
