import { formatUnits } from '../../money/index.ts';
import { grouped } from '../../recovery/index.ts';
import type { Language } from '../language.ts';
import type { ClaimAnswer } from '../routes/claim-schema.ts';

type AmountAnswer = NonNullable<ClaimAnswer['found']>['amount'];

const fiatUnits: Readonly<Record<string, string>> = { JPY: '円' };

/** An amount with all its decimals and its base units: nothing of it is left to be guessed. */
export function wholeAmount(amount: AmountAnswer, language: Language): string {
  const { units, decimals, symbol } = amount;
  if (decimals === null) {
    return language === 'ja' ? `最小単位で${units}` : `${units} base units`;
  }
  const [whole = '0', fraction = ''] = formatUnits(BigInt(units), decimals).split('.');
  const full =
    decimals === 0 ? grouped(whole) : `${grouped(whole)}.${fraction.padEnd(decimals, '0')}`;
  const isFiat = amount.asset.startsWith('fiat:');
  if (isFiat) {
    const yen = language === 'ja' ? fiatUnits[symbol ?? ''] : undefined;
    return yen ? `${full}${yen}` : `${full}\u00a0${symbol ?? ''}`;
  }
  const base = language === 'ja' ? `（最小単位で${units}）` : ` (${units} base units)`;
  return `${full}\u00a0${symbol ?? ''}${base}`;
}

const locales = { ja: 'ja-JP', en: 'en-GB' } as const;

/** A time to the second with its weekday, at the exchange's seat and in UTC. */
export function exactTime(iso: string, language: Language, timeZone: string): string {
  const here = timeIn(iso, language, timeZone);
  const there = timeIn(iso, language, 'UTC');
  if (timeZone === 'UTC') return `${there.day}${there.clock} UTC`;
  const zone =
    timeZone === 'Asia/Tokyo' ? { ja: '日本時間', en: 'Japan time' }[language] : timeZone;
  const utc = there.day === here.day ? there.clock : `${there.day}${there.clock}`;
  return language === 'ja'
    ? `${here.day}${here.clock}（${zone}）／${utc} UTC`
    : `${here.day}${here.clock} (${zone}) / ${utc} UTC`;
}

function timeIn(iso: string, language: Language, timeZone: string) {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ timeZone, year: 'numeric', month: language === 'ja' ? 'numeric' : 'short' },
    ...{ day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(
    format.formatToParts(new Date(iso)).map((one) => [one.type, one.value]),
  );
  const clock = `${part['hour']}:${part['minute']}:${part['second']}`;
  const day =
    language === 'ja'
      ? `${part['year']}年${part['month']}月${part['day']}日（${part['weekday']}）`
      : `${part['weekday']} ${part['day']} ${part['month']} ${part['year']}, `;
  return { day, clock };
}
