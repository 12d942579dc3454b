import { type Amount, eur, formatUnits, jpy, usd } from '../money/index.ts';

/** How the amounts of an asset are written; null where its contract does not say. */
export interface ShownAsset {
  readonly symbol: string | null;
  readonly decimals: number | null;
}

/** How amounts of this asset are written: national currencies by themselves, else as `found` says. */
export function shownAs(asset: string, found: ShownAsset): ShownAsset {
  return [jpy, usd, eur].find((one) => one.id === asset) ?? found;
}

/** `5 WBTC`, or the bare number of base units where nobody says more. */
export function shownAmount({ asset, units }: Amount, found: ShownAsset): string {
  const { symbol, decimals } = shownAs(asset, found);
  const number = decimals === null ? units.toString() : formatUnits(units, decimals);
  return symbol === null ? number : `${number} ${symbol}`;
}
