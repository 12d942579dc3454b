import type { Language } from './language.ts';

/** A network as people call it, with the number that makes it certain: `Polygon（137）`. */
export function networkText(label: string, id: string | number | null, language: Language): string {
  const number = id === null ? null : chainNumberOf(id);
  return number === null ? label : inParentheses(label, number, language);
}

/** An asset where two of the same symbol may be meant: `WBTC（Polygon）`. */
export function assetOnNetworkText(symbol: string, network: string, language: Language): string {
  return inParentheses(symbol, network, language);
}

/** The number in `evm:137`, or null when the id has none. */
export function chainNumberOf(id: string | number): string | null {
  return /^(?:[a-z0-9]+:)?(\d+)$/.exec(String(id))?.[1] ?? null;
}

function inParentheses(text: string, inside: string, language: Language): string {
  return language === 'ja' || language === 'zh' ? `${text}（${inside}）` : `${text} (${inside})`;
}
