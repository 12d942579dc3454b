import { noBreak } from './language.ts';

/** An amount as the API gives it: base units as decimal text, with what the asset says of itself. */
export interface AmountValue {
  readonly units: string | bigint;
  /** Null: the token does not say. Then base units are all that can be told. */
  readonly decimals: number | null;
  readonly symbol: string | null;
}

/** How an amount is printed. */
export interface AmountOptions {
  /** `all`: every decimal of the asset, for receipts and desks. `significant`: none that is 0. */
  readonly digits?: 'all' | 'significant';
  /** `always`: a plus before what comes in, too. */
  readonly sign?: 'negative' | 'always';
  /** At most so many decimals, the rest cut off and marked. Only where the whole stands nearby. */
  readonly fractionMax?: number;
}

/** The pieces of a printed amount, so that each can look its own way. */
export interface AmountParts {
  /** U+2212, a plus, or nothing. */
  readonly sign: '\u2212' | '+' | '';
  /** `<` when something is left that the allowed decimals cannot show. */
  readonly below: boolean;
  /** Whole number and the decimals that matter, in groups of three: `1,234.56`. */
  readonly digits: string;
  /** Zeros after them, with the point when nothing else follows it: dimmed. */
  readonly zeros: string;
  /** Digits were cut off after these. */
  readonly cut: boolean;
  readonly symbol: string;
}

/** A whole number of base units out of the API's text. Throws on anything else. */
export function unitsOf(value: string | bigint): bigint {
  if (typeof value === 'bigint') return value;
  if (!/^-?\d+$/.test(value)) throw new RangeError('Base units are a whole number in digits.');
  return BigInt(value);
}

/** Digits in groups of three, the same in all four languages. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Takes an amount apart for printing. Nothing is rounded: what is cut is marked. */
export function amountParts(value: AmountValue, options: AmountOptions = {}): AmountParts {
  const units = unitsOf(value.units);
  const decimals = value.decimals ?? 0;
  const text = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const full = text.slice(text.length - decimals);
  const shown = full.slice(0, options.fractionMax ?? decimals);
  const matters = shown.replace(/0+$/, '');
  const cut = /[1-9]/.test(full.slice(shown.length));
  const below = cut && /^0*$/.test(whole + shown);
  const rest = shown.slice(matters.length);
  return {
    sign: signOf(units, options.sign),
    below,
    digits: below
      ? `0.${'0'.repeat(Math.max(0, shown.length - 1))}1`
      : groupThousands(whole) + (matters ? `.${matters}` : ''),
    zeros: options.digits !== 'all' || below || rest === '' ? '' : (matters ? '' : '.') + rest,
    cut: cut && !below,
    symbol: value.symbol ?? '',
  };
}

function signOf(units: bigint, sign: AmountOptions['sign']): AmountParts['sign'] {
  if (units < 0n) return '\u2212';
  return sign === 'always' && units > 0n ? '+' : '';
}

/** The same as text: `4.9992 WBTC`, with a space that does not break. */
export function amountText(value: AmountValue, options: AmountOptions = {}): string {
  const { sign, below, digits, zeros, cut, symbol } = amountParts(value, options);
  const number = `${below ? `<${noBreak}` : ''}${sign}${digits}${zeros}${cut ? '…' : ''}`;
  return symbol ? `${number}${noBreak}${symbol}` : number;
}

/** Base units in groups of three, for what is signed, exported or audited. */
export function baseUnitsText(units: string | bigint): string {
  const value = unitsOf(units);
  const digits = groupThousands((value < 0n ? -value : value).toString());
  return value < 0n ? `\u2212${digits}` : digits;
}
