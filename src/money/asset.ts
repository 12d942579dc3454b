import { type Branded, invariant } from '../std/index.ts';

/**
 * One asset on one network, or a national currency:
 * `evm:1/native`, `evm:61/token:0x2260…` (lower case), `evm:1/nft:0x…/42`, `fiat:JPY`.
 */
export type AssetId = Branded<string, 'AssetId'>;

/** What is needed to print an amount. `decimals` is the exponent of the base unit. */
export interface Asset {
  readonly id: AssetId;
  readonly symbol: string;
  readonly decimals: number;
}

const shape =
  /^(evm:\d{1,20}\/(native|token:0x[0-9a-f]{40}|nft:0x[0-9a-f]{40}\/\d{1,78})|fiat:[A-Z]{3})$/;

/** Checks and brands the text of an asset id; throws on any other text. */
export function assetId(text: string): AssetId {
  invariant(shape.test(text), `'${text.slice(0, 80)}' is an asset id`);
  return text as AssetId;
}

/** The national currencies that fees and prices are told in. */
export const jpy: Asset = { id: assetId('fiat:JPY'), symbol: 'JPY', decimals: 0 };
export const usd: Asset = { id: assetId('fiat:USD'), symbol: 'USD', decimals: 2 };
export const eur: Asset = { id: assetId('fiat:EUR'), symbol: 'EUR', decimals: 2 };
