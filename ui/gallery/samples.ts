import type { AmountValue, InEveryLanguage, Language } from '../index.ts';

/** The moment of the gallery: a Sunday before a holiday. */
export const now = new Date('2026-11-22T05:22:00Z');

/** Addresses of the gallery: the wallet, ours, and one made to be mistaken for the first. */
export const sender = '0x3260ffa76768Cb0345055B78EABF93672Febc381';
export const deposit = '0xE19a849F9e4dC0352FD927a5f9D2A1b5D6686DF6';
export const forged = '0x3260ffa76768Cb03A1c0dE99EABF93672Febc381';
/** A transaction. */
export const hash = '0x7fea1469c2f4d688bea5b955a242cf85fc625bd935dc30876adc3ad241a4a30d';

/** Amounts by their base units. */
export const wbtc = (units: bigint): AmountValue => ({ units, decimals: 8, symbol: 'WBTC' });
export const yen = (units: bigint): AmountValue => ({ units, decimals: 0, symbol: 'JPY' });
/** As many digits as an amount can have. */
export const most: AmountValue = { units: 2n ** 256n - 1n, decimals: 18, symbol: 'ETH' };

/** A text of the gallery in Japanese and English; the other two read English. */
export function pick(language: Language, ja: string, en: string): string {
  const all: InEveryLanguage = { ja, en, zh: en, ko: en };
  return all[language];
}
