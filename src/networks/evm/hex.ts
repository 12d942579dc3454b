import type { Address, TxHash } from '../address.ts';

/**
 * Readers of the hex texts that nodes send. Each gives null for any other shape: what a node says is
 * checked before it is used, and numbers never pass through floating point.
 */

const quantityShape = /^0x[0-9a-fA-F]{1,64}$/;
const addressShape = /^0x[0-9a-fA-F]{40}$/;
const hashShape = /^0x[0-9a-fA-F]{64}$/;
const bytesShape = /^0x(?:[0-9a-fA-F]{2})*$/;

/** Any number that fits 256 bits. */
export function quantity(value: unknown): bigint | null {
  return typeof value === 'string' && quantityShape.test(value) ? BigInt(value) : null;
}

/** A count that fits a JavaScript number exactly. */
export function count(value: unknown): number | null {
  const read = quantity(value);
  return read !== null && read <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(read) : null;
}

/** 20 bytes, in the inner spelling. */
export function addressIn(value: unknown): Address | null {
  if (typeof value !== 'string' || !addressShape.test(value)) return null;
  return value.toLowerCase() as Address;
}

/** 32 bytes, in the inner spelling. */
export function hashIn(value: unknown): TxHash | null {
  if (typeof value !== 'string' || !hashShape.test(value)) return null;
  return value.toLowerCase() as TxHash;
}

/** Bytes of any length, in lower case. */
export function bytesIn(value: unknown): `0x${string}` | null {
  if (typeof value !== 'string' || !bytesShape.test(value)) return null;
  return value.toLowerCase() as `0x${string}`;
}

/** A number as JSON-RPC wants it. */
export function hexOf(value: bigint | number): `0x${string}` {
  return `0x${value.toString(16)}`;
}

/** A number or an address as one 32-byte word, without 0x. */
export function word(value: bigint | Address): string {
  const digits = typeof value === 'bigint' ? value.toString(16) : value.slice(2);
  return digits.padStart(64, '0');
}

/** The fields of a JSON object, or null for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The largest of some numbers; 0 of none. */
export function greatest(values: readonly bigint[]): bigint {
  let most = 0n;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The smallest of some numbers; 0 of none. */
export function least(values: readonly bigint[]): bigint {
  let fewest = values[0] ?? 0n;
  for (const value of values) if (value < fewest) fewest = value;
  return fewest;
}
