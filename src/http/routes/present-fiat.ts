import { type AssetId, eur, formatUnits, jpy, scale, usd } from '../../money/index.ts';
import { grouped, type Quote } from '../../recovery/index.ts';
import type { Language } from '../language.ts';
import type { ClaimAnswer } from './claim-schema.ts';

type Fiat = NonNullable<NonNullable<ClaimAnswer['found']>['fiat']>;

const currencies = [
  { asset: jpy, code: 'JPY', sign: '¥' },
  { asset: usd, code: 'USD', sign: '$' },
  { asset: eur, code: 'EUR', sign: '€' },
] as const;

/** The reader's own currency first. */
const preferred: Readonly<Record<Language, string>> = { ja: jpy.id, en: usd.id };

/**
 * What an amount was worth when the offer was made, rounded down. For information beside it; null where
 * the exchange named no price.
 */
export function presentFiat(
  value: { readonly asset: AssetId; readonly units: bigint },
  whole: { readonly symbol: string | null; readonly decimals: number | null } | undefined,
  quote: Quote | null,
  language: Language,
): Fiat | null {
  const prices = (quote?.prices ?? []).filter((rate) => rate.from === value.asset);
  const rate = prices.find((one) => one.to === preferred[language]) ?? prices[0];
  const currency = currencies.find(({ asset }) => asset.id === rate?.to);
  if (!rate || !currency || !whole || whole.decimals === null) return null;
  const { decimals } = currency.asset;
  const units = scale(value.units, rate.numerator, rate.denominator, 'down');
  const one = scale(10n ** BigInt(whole.decimals), rate.numerator, rate.denominator, 'down');
  return {
    currency: currency.code,
    units: units.toString(),
    decimals,
    text: about(printed(units, currency, language), language),
    price: priceText(whole.symbol ?? '', printed(one, currency, language), language),
    source: rate.source,
    at: rate.at.toISOString(),
  };
}

type Currency = (typeof currencies)[number];

/** `74,988,000円`, `$499,920.00`: never by a number format that has to have floats. */
function printed(units: bigint, { asset, code, sign }: Currency, language: Language): string {
  const plain = formatUnits(units, asset.decimals);
  const [whole = '0', fraction = ''] = plain.split('.');
  const cents = asset.decimals > 0 ? `.${fraction.padEnd(asset.decimals, '0')}` : '';
  const figure = `${grouped(whole)}${cents}`;
  return language === 'ja' && code === 'JPY' ? `${figure}円` : `${sign}${figure}`;
}

function about(text: string, language: Language): string {
  return language === 'ja' ? `約${text}` : `about ${text}`;
}

function priceText(symbol: string, price: string, language: Language): string {
  return language === 'ja' ? `1\u00a0${symbol}＝${price}` : `1\u00a0${symbol} = ${price}`;
}
