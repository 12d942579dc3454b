import { contractAddress, type DeploymentName } from './contracts.ts';

const openedAt = '2021-04-01T00:00:00.000Z';

/** An asset as the demo exchange lists it. Units are decimal strings of base units. */
export interface DemoListing {
  readonly asset: string;
  readonly symbol: string;
  readonly decimals: number;
  readonly minimumUnits: string;
  readonly withdrawalFeeUnits: string;
  readonly suspended: readonly { readonly from: string; readonly to: string | null }[];
  readonly formerContracts: readonly string[];
  readonly listed: { readonly from: string; readonly to: string | null };
  readonly prices: { readonly JPY: string; readonly USD: string };
}

/**
 * What the demo exchange lists: the coin, wrapped bitcoin, the dollar token (which had another
 * contract once), a token that keeps a toll, and one whose deposits are suspended.
 */
export function demoListing(chainId: number): DemoListing[] {
  const token = (name: DeploymentName) => `evm:${chainId}/token:${contractAddress(chainId, name)}`;
  const listed = { from: openedAt, to: null };
  const usual = { suspended: [], formerContracts: [], listed };
  return [
    {
      ...usual,
      ...{ asset: `evm:${chainId}/native`, symbol: 'ETH', decimals: 18 },
      ...{ minimumUnits: '1000000000000000', withdrawalFeeUnits: '2000000000000000' },
      prices: { JPY: '480000', USD: '3200' },
    },
    {
      ...usual,
      ...{ asset: token('wbtc'), symbol: 'WBTC', decimals: 8 },
      ...{ minimumUnits: '10000', withdrawalFeeUnits: '20000' },
      prices: { JPY: '14000000', USD: '93000' },
    },
    {
      ...usual,
      ...{ asset: token('usdt'), symbol: 'USDT', decimals: 6 },
      ...{ minimumUnits: '1000000', withdrawalFeeUnits: '3000000' },
      formerContracts: [contractAddress(chainId, 'oldUsdt')],
      prices: { JPY: '150', USD: '1' },
    },
    {
      ...usual,
      ...{ asset: token('toll'), symbol: 'TOLL', decimals: 18 },
      ...{ minimumUnits: '1000000000000000000', withdrawalFeeUnits: '5000000000000000000' },
      prices: { JPY: '30', USD: '0.2' },
    },
    {
      ...usual,
      ...{ asset: token('paused'), symbol: 'PAUS', decimals: 18 },
      ...{ minimumUnits: '1000000000000000000', withdrawalFeeUnits: '1000000000000000000' },
      suspended: [{ from: '2026-01-01T00:00:00.000Z', to: null }],
      prices: { JPY: '75', USD: '0.5' },
    },
  ];
}
