import type { Language } from './language.ts';

/** Japan's zone for Japanese readers, UTC for others, who are told so. */
const zones = { ja: 'Asia/Tokyo', en: 'UTC' } as const;
const locales = { ja: 'ja-JP', en: 'en-GB' } as const;

const dayParts = { month: 'long', day: 'numeric', weekday: 'short' } as const;

/** A time with its weekday: `11月25日(水) 3:12`, `Wed 25 November, 03:12 UTC`. */
export function timeText(iso: string, language: Language): string {
  const clock = new Intl.DateTimeFormat(locales[language], {
    hour: language === 'ja' ? 'numeric' : '2-digit',
    minute: '2-digit',
    timeZone: zones[language],
  }).format(new Date(iso));
  const day = dayText(iso, language, zones[language]);
  return language === 'ja' ? `${day} ${clock}` : `${day}, ${clock} UTC`;
}

/** Calendar days, as they stand: `11月26日(木)〜30日(月)` is written in full on both ends. */
export function daysText(from: string | null, to: string | null, language: Language): string {
  const days = [...new Set([from, to])].filter((day) => day !== null);
  const texts = days.map((day) => dayText(`${day}T00:00:00Z`, language, 'UTC'));
  return texts.join(language === 'ja' ? '〜' : ' – ');
}

function dayText(iso: string, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...dayParts, timeZone });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  const { month = '', day = '', weekday = '' } = parts;
  return language === 'ja'
    ? `${month}月${day}日(${weekday})`.replace('月月', '月')
    : `${weekday} ${day} ${month}`;
}
