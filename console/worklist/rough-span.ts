import { durationText } from '../../ui/format/index.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something has waited, in its largest unit alone: a list is scanned, not read. */
export function roughSpan(spanMs: number, language: 'ja' | 'en' | 'zh' | 'ko'): string {
  const unit = [dayMs, hourMs, minuteMs].find((one) => spanMs >= one) ?? 1_000;
  return durationText(Math.floor(Math.max(0, spanMs) / unit) * unit, language);
}

/** A moment moved so that it lies whole minutes from `now`: no list counts seconds. */
export function toWholeMinutes(at: string, now: Date): Date {
  const span = Date.parse(at) - now.getTime();
  return new Date(now.getTime() + Math.trunc(span / minuteMs) * minuteMs);
}
