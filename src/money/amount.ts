import { invariant } from '../std/index.ts';
import type { Asset, AssetId } from './asset.ts';

/** An exact amount: `units` counts the asset's smallest unit. Never negative. */
export interface Amount {
  readonly asset: AssetId;
  readonly units: bigint;
}

/** The largest amount that the database and every EVM word can hold: 2^256 - 1. */
export const unitsMax = 2n ** 256n - 1n;

/** An amount of base units; throws below zero and above what 256 bits hold. */
export function amount(asset: AssetId, units: bigint): Amount {
  invariant(units >= 0n && units <= unitsMax, `an amount is between 0 and 2^256-1, not ${units}`);
  return { asset, units };
}

/** The sum of two amounts of one asset; throws when the assets differ. */
export function add(left: Amount, right: Amount): Amount {
  invariant(left.asset === right.asset, `${left.asset} and ${right.asset} do not add`);
  return amount(left.asset, left.units + right.units);
}

/** Left less right; throws when the result would be negative. */
export function subtract(left: Amount, right: Amount): Amount {
  invariant(left.asset === right.asset, `${left.asset} and ${right.asset} do not subtract`);
  return amount(left.asset, left.units - right.units);
}

/**
 * The amount as people write it: all its digits, no trailing zeros, no grouping.
 *
 * @example
 * formatUnits(500_000_000n, 8) // '5'
 */
export function formatUnits(units: bigint, decimals: number): string {
  invariant(decimals >= 0 && decimals <= 255, 'decimals are between 0 and 255');
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** `5 WBTC`: for people, at the edge. */
export function formatAmount(value: Amount, asset: Asset): string {
  invariant(value.asset === asset.id, `${value.asset} is printed as ${asset.id}`);
  return `${formatUnits(value.units, asset.decimals)} ${asset.symbol}`;
}

/**
 * Reads what a person wrote ('1234.5') into base units, exactly. Null when it is not a plain decimal
 * number, is negative, or has more decimals than the asset.
 */
export function parseUnits(text: string, decimals: number): bigint | null {
  const match = /^(\d{1,78})(?:\.(\d{1,78}))?$/.exec(text);
  if (!match) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const units = BigInt(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  return units <= unitsMax ? units : null;
}
