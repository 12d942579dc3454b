import { invariant } from './invariant.ts';

/** What JSON can hold. Dates and bigints are not in it: say how they are written. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * The one text of a value, for hashing and signing: keys sorted by code unit, no white space, as in
 * RFC 8785, narrowed to what can't be written two ways: numbers must be safe integers, and
 * `undefined` is refused. Amounts travel as decimal strings.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), 'a number in canonical JSON is a safe integer');
    return String(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  invariant(typeof value === 'object', 'canonical JSON holds only JSON values');
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
