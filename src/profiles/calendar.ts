import { invariant } from '../std/index.ts';

/** The working days of an exchange's seat. Data, with its source and the days that it covers. */
export interface Calendar {
  readonly name: string;
  /** IANA name: where a day begins and ends. */
  readonly timeZone: string;
  readonly source: string;
  /** The data covers these days, both included. After it, weekends are all that is known. */
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly holidays: readonly Holiday[];
}

export interface Holiday {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly ja: string;
  readonly en: string;
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** The calendar day of an instant at the calendar's seat, `YYYY-MM-DD`. */
export function dayOf(calendar: Calendar, instant: Date): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.timeZone }).format(instant);
}

export function addDays(day: string, days: number): string {
  invariant(dayShape.test(day), `'${day}' is a day`);
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  invariant(dayShape.test(day), `'${day}' is a day`);
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function isBusinessDay(calendar: Calendar, day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && holidayOn(calendar, day) === null;
}

export function holidayOn(calendar: Calendar, day: string): Holiday | null {
  return calendar.holidays.find((holiday) => holiday.day === day) ?? null;
}

/** The first business day after `day`. */
export function nextBusinessDay(calendar: Calendar, day: string): string {
  return addBusinessDays(calendar, day, 1);
}

/** No calendar closes for longer. */
const closedDaysMax = 30;

/** `count` business days after `day`; with 0, `day` itself or the first business day after it. */
export function addBusinessDays(calendar: Calendar, day: string, count: number): string {
  invariant(Number.isSafeInteger(count) && count >= 0 && count <= 400, 'a count of business days');
  let current = day;
  let closed = 0;
  let left = count;
  while (left > 0 || !isBusinessDay(calendar, current)) {
    current = addDays(current, 1);
    if (isBusinessDay(calendar, current)) {
      left -= left > 0 ? 1 : 0;
      closed = 0;
    } else {
      closed += 1;
      invariant(closed <= closedDaysMax, 'a calendar opens again');
    }
  }
  return current;
}

/** Public holidays on weekdays after `from` and up to `to`: what a date is late for. */
export function holidaysBetween(calendar: Calendar, from: string, to: string): Holiday[] {
  return calendar.holidays.filter(({ day }) => {
    const weekday = weekdayOf(day);
    return from < day && day <= to && weekday !== 0 && weekday !== 6;
  });
}

const weekdaysJa = ['日', '月', '火', '水', '木', '金', '土'] as const;
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A day with its weekday, as people read it.
 *
 * @example
 * formatDay('2026-11-24', 'ja') // '11月24日(火)'
 * formatDay('2026-11-24', 'en') // 'Tue 24 Nov'
 */
export function formatDay(day: string, language: 'ja' | 'en'): string {
  const weekday = weekdayOf(day);
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  return language === 'ja'
    ? `${month}月${date}日(${weekdaysJa[weekday]})`
    : `${weekdaysEn[weekday]} ${date} ${monthsEn[month - 1]}`;
}
