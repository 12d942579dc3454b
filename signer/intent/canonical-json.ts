export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * The one text of a value, for hashing and signing: keys sorted by code unit, no white space (RFC
 * 8785), narrowed to what can't be written two ways: numbers are safe integers, strings are well
 * formed, and nothing is `undefined`. The signer shares no code with the application, so it has its
 * own; `test/canonical-json.test.ts` holds the two together.
 */
export function canonicalJson(value: Json): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('canonical JSON holds well-formed text only');
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a safe integer`);
      return String(value);
    case 'object':
      return value === null ? 'null' : isList(value) ? listText(value) : recordText(value);
    default:
      throw new TypeError(`canonical JSON holds no ${typeof value}`);
  }
}

function listText(list: readonly Json[]): string {
  return `[${Array.from(list, canonicalJson).join(',')}]`;
}

function recordText(record: { readonly [key: string]: Json }): string {
  const fields = Object.keys(record)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(record[key] as Json)}`);
  return `{${fields.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
