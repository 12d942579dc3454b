import { formatUnits } from '../../money/index.ts';
import { networkById } from '../../networks/index.ts';
import { type Calendar, formatDay, holidaysBetween } from '../../profiles/index.ts';
import type { Focus } from '../focus-on.ts';

/** The language that a claim is told in. */
export type Told = 'ja' | 'en';

/** The first sentence of a page and what stands below it, in both languages. */
export type Both = Readonly<Record<Told, readonly [headline: string, lead: string]>>;

/** Between a figure and its unit, so that no line ends there. */
const joined = '\u00a0';

/** What was found, in words: `5 WBTC`, `Kuma #42`; null while nothing was. */
export function thingOf(focus: Focus | null, language: Told): string | null {
  return focus && amountOf(focus, focus.transfer.amount, language);
}

/** An amount of what was found. */
export function amountOf({ transfer, network }: Focus, units: bigint, language: Told): string {
  const native = networkById(network).native;
  const symbol = transfer.symbol ?? (transfer.token === null ? native.symbol : transfer.token);
  if (transfer.kind === 'nft') return `${symbol} #${transfer.tokenId ?? '?'}`;
  const decimals = transfer.decimals ?? (transfer.token === null ? native.decimals : null);
  if (decimals === null) {
    return language === 'ja'
      ? `${symbol}（最小単位で${units}）`
      : `${units}${joined}base units of ${symbol}`;
  }
  return `${grouped(formatUnits(units, decimals))}${joined}${symbol}`;
}

/** `1234567.8` as `1,234,567.8`. Text to text: no digit is lost. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** `11月24日（火）`, `Tue 24 Nov`. */
export function dayText(day: string, language: Told): string {
  return formatDay(day, language).replace('(', '（').replace(')', '）');
}

/** A day, or from one day to another. */
export function daysText(from: string, to: string, language: Told): string {
  if (from === to) return dayText(to, language);
  return [from, to]
    .map((day) => dayText(day, language))
    .join(language === 'ja' ? '〜' : '\u2009–\u2009');
}

/** Which holidays between two days make the second late: `23日は勤労感謝の日です。` Null: none. */
export function holidayNote(
  calendar: Calendar,
  from: string,
  to: string,
  language: Told,
): string | null {
  const days = holidaysBetween(calendar, from, to);
  if (days.length === 0) return null;
  const texts = days.map(({ day, ja, en }) =>
    language === 'ja'
      ? `${Number(day.slice(8))}日は${holidayName(ja)}`
      : `${dayText(day, 'en')} is ${enName(en)}`,
  );
  return language === 'ja' ? `${texts.join('、')}です。` : `${texts.join(', ')}.`;
}

function holidayName(ja: string): string {
  return ja === '休日' ? '振替などの休日' : ja;
}

function enName(en: string): string {
  return /holiday$|turn of the year/i.test(en) ? `a holiday (${en})` : en;
}

/** What a sentence says beyond the headline above it: nothing, where it says no more. */
export function beyond(headline: string, said: string): string {
  return said.startsWith(headline) ? said.slice(headline.length).trim() : said;
}
