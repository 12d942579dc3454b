import { type Language, noBreak } from './language.ts';
import { momentOf } from './time.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Units with their words; `Intl` would put spaces into Japanese. */
const units: readonly (readonly [number, Readonly<Record<Language, string>>])[] = [
  [day, { ja: '日', en: `${noBreak}d`, zh: '天', ko: '일' }],
  [hour, { ja: '時間', en: `${noBreak}h`, zh: '小时', ko: '시간' }],
  [minute, { ja: '分', en: `${noBreak}min`, zh: '分钟', ko: '분' }],
  [second, { ja: '秒', en: `${noBreak}s`, zh: '秒', ko: '초' }],
];

/** A span in its two largest units, never more than it is: `1日21時間`, `1 d 21 h`. */
export function durationText(spanMs: number, language: Language): string {
  const span = Math.abs(spanMs);
  const first = units.findIndex(([size]) => span >= size);
  if (first < 0) return `0${units.at(-1)?.[1][language] ?? ''}`;
  let rest = span;
  const pieces = units.slice(first, first + 2).flatMap(([size, words]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count}${words[language]}`] : [];
  });
  return pieces.join(language === 'en' || language === 'ko' ? ' ' : '');
}

const past: Readonly<Record<Language, string>> = {
  ja: '@前',
  en: '@ ago',
  zh: '@前',
  ko: '@ 전',
};
const future: Readonly<Record<Language, string>> = {
  ja: '@後',
  en: 'in @',
  zh: '@后',
  ko: '@ 후',
};
const justNow: Readonly<Record<Language, string>> = {
  ja: 'たったいま',
  en: 'just now',
  zh: '刚刚',
  ko: '방금',
};

/** How long ago, or how far ahead, in its largest unit: `3分前`, `in 2 h`. */
export function relativeText(value: Date | string, now: Date, language: Language): string {
  const spanMs = momentOf(value).getTime() - now.getTime();
  const span = Math.abs(spanMs);
  if (span < minute) return justNow[language];
  const [size, words] = units.find(([one]) => span >= one) ?? [minute, units[2]?.[1]];
  const text = `${Math.floor(span / size)}${words?.[language] ?? ''}`;
  return (spanMs < 0 ? past : future)[language].replace('@', text);
}

const left: Readonly<Record<Language, string>> = {
  ja: 'あと@',
  en: '@ left',
  zh: '还有@',
  ko: '@ 남음',
};
const over: Readonly<Record<Language, string>> = {
  ja: '@過ぎています',
  en: '@ over',
  zh: '已超过@',
  ko: '@ 지남',
};

/** A time by which something must have happened, as it stands now. */
export interface Remaining {
  /** `あと1日21時間` or `2時間過ぎています`. */
  readonly text: string;
  /** `soon`: within the warning span, by default four hours. */
  readonly standing: 'ahead' | 'soon' | 'passed';
}

/** How much is left until `value`, in words. */
export function deadlineOf(
  value: Date | string,
  now: Date,
  language: Language,
  soonMs = 4 * hour,
): Remaining {
  const spanMs = momentOf(value).getTime() - now.getTime();
  const words = spanMs < 0 ? over : left;
  const text = words[language].replace('@', durationText(spanMs, language));
  return { text, standing: spanMs < 0 ? 'passed' : spanMs <= soonMs ? 'soon' : 'ahead' };
}
