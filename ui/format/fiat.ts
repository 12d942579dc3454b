import { type AmountValue, amountText, groupThousands, unitsOf } from './amount.ts';
import { type Language, noBreak } from './language.ts';

/** Currencies by what the API calls them: decimals, and the words beside the figure. */
const currencies: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  JPY: { ja: '@円', en: '¥@', zh: '@日元', ko: '@엔' },
  USD: { ja: '@米ドル', en: 'US$@', zh: '@美元', ko: '@달러' },
  EUR: { ja: '@ユーロ', en: '€@', zh: '@欧元', ko: '@유로' },
  KRW: { ja: '@ウォン', en: '₩@', zh: '@韩元', ko: '@원' },
  CNY: { ja: '@人民元', en: 'CN¥@', zh: '@元', ko: '@위안' },
};

/** Large numbers by ten thousands, where the language counts so. */
const tenThousands: Readonly<Record<Language, readonly [string, string] | null>> = {
  ja: ['万', '億'],
  en: null,
  zh: ['万', '亿'],
  ko: ['만', '억'],
};

const about: Readonly<Record<Language, string>> = { ja: '約', en: 'about ', zh: '约', ko: '약 ' };

/** How a sum of money is printed. */
export interface FiatOptions {
  /** `remark`: a rough idea beside a crypto amount. `exact`: a price that is asked or paid. */
  readonly as?: 'remark' | 'exact';
  /** Rounded to four digits (`約7,499万円`), for headlines. The receipt shows all of it. */
  readonly short?: boolean;
}

/**
 * Yen and other national money. Its symbol is the currency's code (`JPY`); `Intl`'s own currency
 * style is not used, since it gives a full-width yen sign in Japanese and `JP¥` elsewhere.
 */
export function fiatText(
  value: AmountValue,
  language: Language,
  { as = 'remark', short = false }: FiatOptions = {},
): string {
  const pattern = currencies[value.symbol ?? '']?.[language] ?? `@${noBreak}${value.symbol ?? ''}`;
  const before = as === 'remark' ? about[language] : '';
  const sign = unitsOf(value.units) < 0n ? '\u2212' : '';
  const figure = short ? shortFigure(value, language) : plainFigure(value);
  return `${before}${sign}${pattern.replace('@', figure)}`;
}

/** True for money that `fiatText` prints. */
export function isFiat(symbol: string | null): boolean {
  return symbol !== null && Object.hasOwn(currencies, symbol);
}

function plainFigure(value: AmountValue): string {
  const units = unitsOf(value.units);
  const positive = { ...value, units: units < 0n ? -units : units, symbol: null };
  const whole = units % 10n ** BigInt(value.decimals ?? 0) === 0n;
  return amountText(positive, { digits: whole ? 'significant' : 'all' });
}

function shortFigure(value: AmountValue, language: Language): string {
  const units = unitsOf(value.units);
  const scale = 10n ** BigInt(value.decimals ?? 0);
  const whole = ((units < 0n ? -units : units) + scale / 2n) / scale;
  const unit = tenThousands[language];
  if (!unit || whole < 10_000n) return groupThousands(roundTo(whole, 4).toString());
  const [ten, hundred] = unit;
  return whole < 99_995_000n
    ? `${inUnits(whole, 10_000n)}${ten}`
    : `${inUnits(whole, 100_000_000n)}${hundred}`;
}

/** Four figures that count, a half rounded up. */
function roundTo(whole: bigint, figures: number): bigint {
  const over = whole.toString().length - figures;
  if (over <= 0) return whole;
  const step = 10n ** BigInt(over);
  return ((whole + step / 2n) / step) * step;
}

function inUnits(whole: bigint, unit: bigint): string {
  const rounded = roundTo(whole, 4);
  const rest = rounded % unit;
  const decimals = unit.toString().length - 1;
  const fraction = rest.toString().padStart(decimals, '0').replace(/0+$/, '');
  return groupThousands((rounded / unit).toString()) + (fraction ? `.${fraction}` : '');
}
