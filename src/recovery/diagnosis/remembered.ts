/** An amount or a day that somebody wrote, where it stands and as a machine reads it. */
export interface Remembered {
  readonly kind: 'amount' | 'date';
  /** `5 WBTC`; `2026-11-20`. */
  readonly value: string;
  readonly index: number;
}

const foundMax = 20;

/** Words in capitals beside a number that are no symbol of an asset. */
const notSymbols =
  /^(?:UTC|GMT|JST|KST|PST|EST|CET|AM|PM|ID|URL|TX|TXID|NFT|ERC|BEP|TRC|HTTP|HTTPS|MAX|MIN|NO|OK|JPY|USD|EUR|KRW|CNY|BLOCK|GAS|GWEI)$/;

const figure = '\\d{1,3}(?:,\\d{3}){1,8}(?:\\.\\d{1,30})?|\\d{1,30}(?:\\.\\d{1,30})?';

/**
 * Amounts with the symbol of an asset (`5 WBTC`, `WBTC: 5`, `WBTCを5`) in a plain text. Symbols are in
 * capitals. Linear in the length of the text.
 */
export function amountsIn(plain: string): Remembered[] {
  const before = new RegExp(
    `(?<![\\w.,-])(${figure})[ \\t\\u00a0]{0,3}([A-Z][A-Z0-9]{1,9})(?![A-Za-z0-9])`,
    'g',
  );
  const after = new RegExp(
    `(?<![A-Za-z0-9])([A-Z][A-Z0-9]{1,9})[ \\t]{0,2}[:=を][ \\t]{0,2}(${figure})(?![\\w.,]|[ \\t]{0,3}[A-Z]{2})`,
    'g',
  );
  const found = [
    ...[...plain.matchAll(before)].map((at) => remembered(at.index, at[1], at[2])),
    ...[...plain.matchAll(after)].map((at) => remembered(at.index, at[2], at[1])),
  ];
  return found.flat().slice(0, foundMax);
}

function remembered(index: number, number = '', symbol = ''): Remembered[] {
  if (notSymbols.test(symbol)) return [];
  return [{ kind: 'amount', value: `${number.replaceAll(',', '')} ${symbol}`, index }];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';

/**
 * Calendar days in a plain text, in the ways they are written in Japanese and English. Without a year
 * the last such day up to `today` (`YYYY-MM-DD`) is meant.
 */
export function datesIn(plain: string, today: string): Remembered[] {
  const shapes: readonly (readonly [RegExp, (at: RegExpMatchArray) => string | null])[] = [
    [
      /(?<!\d)(\d{4})[-/.年][ ]?(\d{1,2})[-/.月][ ]?(\d{1,2})(?:日|(?!\d))/g,
      (at) => dayOf(at[1], at[2], at[3]),
    ],
    [/(?<![\d年][ ]?)(?<!\d)(\d{1,2})月[ ]?(\d{1,2})日/g, (at) => lastDay(at[1], at[2], today)],
    [
      new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthName},? (\\d{4})\\b`, 'gi'),
      (at) => dayOf(at[3], monthOf(at[2]), at[1]),
    ],
    [
      new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi'),
      (at) => dayOf(at[3], monthOf(at[1]), at[2]),
    ],
  ];
  return shapes
    .flatMap(([shape, read]) =>
      [...plain.matchAll(shape)].flatMap((at): Remembered[] => {
        const value = read(at);
        return value ? [{ kind: 'date', value, index: at.index }] : [];
      }),
    )
    .slice(0, foundMax);
}

function monthOf(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** Null for a day that no calendar has. */
function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}

function lastDay(month: string | undefined, day: string | undefined, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const thisYear = dayOf(String(year), month, day);
  return thisYear !== null && thisYear <= today ? thisYear : dayOf(String(year - 1), month, day);
}
